import { type FailureFacts, failureFrom } from '../failure-facts.ts'
import { reportOf } from './report.ts'

/** Work that takes seconds on a large database. */
export type AsideOrder =
  /** A snapshot without free pages, into a file that does not exist yet. */
  | { readonly kind: 'copy'; readonly database: string; readonly target: string }
  /** Rewrites a file that nobody else uses: nothing of what was deleted is left in the gaps of its pages. */
  | { readonly kind: 'compact'; readonly database: string }
  /** SQLite's own look at every page; the sentence is `ok` or what it found first. */
  | { readonly kind: 'check'; readonly database: string }

export type AsideReport =
  | { readonly ok: true; readonly finding: string }
  | { readonly ok: false; readonly failure: FailureFacts }

/** Does it in a thread with a connection of its own. Throws `disk`, `library-busy` or `library-damaged`. */
export async function runAside(order: AsideOrder): Promise<string> {
  const report = await reportOf<AsideReport>('store', order)
  if (!report.ok) throw failureFrom(report.failure)
  return report.finding
}
