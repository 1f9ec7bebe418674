import type { Saying } from '../../preload/contract/result.ts'
import type { Sentence, Sentences } from '../locales/sentences.ts'

/** What main says, in one language other than English. */
export interface Speech {
  readonly sentences: Sentences
  /** Names that are words, by the names that main has. */
  readonly names: Readonly<Record<string, string>>
}

const known = new Map<string, Speech>()

/** From now on what main says can be said in this language. */
export function learnSpeech(language: string, speech: Speech): void {
  known.set(language, speech)
}

/** A sentence of main in a language that was learnt; undefined for all others, such as English. */
export function sentenceOf(saying: Saying, language: string): Sentence | undefined {
  const speech = known.get(language)
  return speech && sentenceIn(speech, saying)
}

/** Undefined for names that a later version has. */
export function sentenceIn(speech: Speech, { name, values }: Saying): Sentence | undefined {
  if (!Object.hasOwn(speech.sentences, name)) return undefined
  const sentence: (given: never) => Sentence = speech.sentences[name]
  const provider = 'provider' in values ? { provider: nameIn(speech, values.provider) } : {}
  return sentence({ ...values, ...provider } as never)
}

/** The name of a provider or a pack as it is called in this language. */
export function nameOf(name: string, language: string): string {
  const speech = known.get(language)
  return speech === undefined ? name : nameIn(speech, name)
}

function nameIn({ names }: Speech, name: string): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name
}
