import type { EntrySummary } from '../../../preload/contract/library.ts'

export const waitingReasons = ['offline', 'needs-key', 'rate', 'quota', 'disk-full', 'paused', 'retry'] as const
export type WaitingReason = (typeof waitingReasons)[number]

/** What a list says about an entry that is not simply done. */
export type Standing =
  | { readonly kind: 'done' | 'queued' | 'running' | 'cancelled' | 'unsure' | 'failed' }
  /** `until` in milliseconds since 1970, where a time and no event ends it. */
  | { readonly kind: 'waiting'; readonly reason: WaitingReason | 'other'; readonly until: number | undefined }

/** Pure; a time that has passed is none: the queue goes on in a moment. */
export function standingOf(
  { state, reason, notBefore }: Pick<EntrySummary, 'state' | 'reason' | 'notBefore'>,
  now: number
): Standing {
  if (state !== 'waiting') return { kind: state }
  const until = notBefore !== undefined && notBefore > now ? notBefore : undefined
  return { kind: 'waiting', reason: waitingReasons.find((known) => known === reason) ?? 'other', until }
}

const day = 24 * 3_600_000

/** Whether the time of the day alone says when: midnight is a matter of today. */
export function isSoon(time: number, now: number): boolean {
  return time - now < day
}
