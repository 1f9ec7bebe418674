import type { Journal } from '../journal/journal.ts'
import type { Validators } from '../schema/validate.ts'
import type { State } from '../state.ts'

/** What all requests share. */
export interface Desk {
  readonly journal: Journal
  readonly state: State
  readonly validators: Validators
  /** Hash of the key that is right where an address names none; `any` when every key is. */
  readonly keyHash: string
  readonly origins: () => { readonly same: string; readonly other: string }
}
