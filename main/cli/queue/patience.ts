import type { Job } from '../../jobs/job.ts'

/** The longest that a command waits with nothing else to do, in milliseconds. */
const longest = 5 * 60_000

/**
 * Whether a command stays for a job that waits. It does for what passes within minutes; for a connection only when there
 * was one a moment ago (`answered`: something was, since the command began).
 */
export function isWorthWaiting(
  { reason, notBefore }: Pick<Job, 'reason' | 'notBefore'>,
  { answered, now }: { readonly answered: boolean; readonly now: number }
): boolean {
  if (notBefore === undefined || notBefore - now > longest) return false
  return reason === 'retry' || reason === 'rate' || (reason === 'offline' && answered)
}
