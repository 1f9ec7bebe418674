import type { SayingName, SayingValues } from '../../preload/contract/result.ts'

/** A sentence of main, and what to do next. */
export type Sentence = readonly [message: string, advice?: string]

/** Every sentence of main in one language other than English, in which main says it itself. */
export type Sentences = { readonly [N in SayingName]: (values: SayingValues[N]) => Sentence }
