import type { FailureFacts } from '../../failure-facts.ts'
import type { Page } from './find.ts'
import type { ParsedSearch } from './query.ts'

/** What the search thread is started with. */
export interface SearchThreadData {
  readonly database: string
  readonly immutable: boolean
  /** One shared number: the search that is still wanted. An older one ends early. */
  readonly wanted: Int32Array
}

export interface SearchOrder {
  readonly number: number
  readonly search: ParsedSearch
}

export type SearchAnswer =
  | { readonly number: number; readonly ok: true; readonly page: Page }
  | { readonly number: number; readonly ok: false; readonly failure: FailureFacts }
