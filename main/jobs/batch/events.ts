import type { Failure } from '../../failure.ts'
import type { Taken } from './add-picture.ts'

/** What happens while files become jobs. */
export type BatchEvent =
  | { readonly kind: 'found'; readonly batch: number; readonly files: number }
  | { readonly kind: 'file'; readonly batch: number; readonly file: Taken }
  /** A folder inside could not be opened; the others go on. */
  | { readonly kind: 'skipped'; readonly batch: number; readonly path: string; readonly failure: Failure }
  /** Every file has had its turn. */
  | { readonly kind: 'listed'; readonly batch: number }
  /** The folder itself cannot be read. A watched one is tried again, another one when the batch is resumed. */
  | { readonly kind: 'trouble'; readonly batch: number; readonly failure: Failure }

/** Something that goes on for a batch. */
export interface Activity {
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}
