import { reportOf } from './report.ts'

/** Work that takes seconds on a large database, and changes nothing in it. */
export type AsideOrder =
  /** A snapshot without free pages, into a file that does not exist yet. */
  | { readonly kind: 'copy'; readonly database: string; readonly target: string }
  /** SQLite's own look at every page; the sentence is `ok` or what it found first. */
  | { readonly kind: 'check'; readonly database: string }

/** Does it in a thread with a connection of its own. Throws `disk`, `library-busy` or `library-damaged`. */
export function runAside(order: AsideOrder): Promise<string> {
  return reportOf('store', order)
}
