import { reportOf } from '../store/report.ts'

/** Work on the library that is long and changes a database. */
export type LibraryOrder =
  /** Deletes entries in copies that nobody else uses. */
  | { readonly kind: 'forget'; readonly copies: readonly string[]; readonly uids: readonly string[] }
  /** Empties the index, so that all of it is made anew by `catchUp`. */
  | { readonly kind: 'empty-index'; readonly database: string }

/** Does it in a thread with a connection of its own. Throws what the library throws, and when it is called off. */
export async function runLibraryAside(order: LibraryOrder, signal?: AbortSignal): Promise<void> {
  await reportOf('library', order, signal)
}
