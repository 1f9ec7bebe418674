/** Where a job stands. `unsure`: a paid call may have been answered, and only a person can say what to do. */
export const jobStates = ['queued', 'running', 'waiting', 'done', 'failed', 'cancelled', 'unsure'] as const
export type JobState = (typeof jobStates)[number]

/** Why a job waits. `paused`: until a person decides; `retry`: it failed and will be tried once more. */
export const waitingReasons = ['offline', 'needs-key', 'rate', 'quota', 'disk-full', 'paused', 'retry'] as const
export type WaitingReason = (typeof waitingReasons)[number]

/**
 * What is known of a paid call whose answer is not saved yet, weakest first. `intended`: written down, not on the wire;
 * `sent`: on the wire; `answering`: the provider has accepted it.
 */
export const callMarks = ['intended', 'sent', 'answering'] as const
export type CallMark = (typeof callMarks)[number]

/** The part of a job that events change. Times are milliseconds since 1970. */
export interface Standing {
  readonly state: JobState
  /** Set while, and only while, it waits. */
  readonly reason: WaitingReason | undefined
  /** Only while it waits; undefined where an event ends the waiting and no time does. */
  readonly notBefore: number | undefined
  /** How often it was taken up since a person last asked for it. */
  readonly attempts: number
  /** Only while it runs or is unsure. */
  readonly call: CallMark | undefined
  /** Only while it runs: until when its process has promised to be alive. */
  readonly leaseUntil: number | undefined
}

/** A job that nobody has touched. */
export const untouched: Standing = {
  state: 'queued',
  reason: undefined,
  notBefore: undefined,
  attempts: 0,
  call: undefined,
  leaseUntil: undefined
}

/** Whether the fields fit together. Every event keeps this true. */
export function isLegal(standing: Standing): boolean {
  const { state, reason, notBefore, attempts, call, leaseUntil } = standing
  if ((reason !== undefined) !== (state === 'waiting')) return false
  if (notBefore !== undefined && state !== 'waiting') return false
  if ((leaseUntil !== undefined) !== (state === 'running')) return false
  if (call !== undefined && state !== 'running' && state !== 'unsure') return false
  if (state === 'unsure' && !mayBeAnswered(call)) return false
  return Number.isInteger(attempts) && attempts >= 0
}

/** Whether a call with this mark may have cost something. */
export function mayBeAnswered(call: CallMark | undefined): boolean {
  return call === 'sent' || call === 'answering'
}

/** The stronger of two marks: what is known of a call is never forgotten by the next step. */
export function strongerMark(first: CallMark | undefined, second: CallMark): CallMark {
  return first !== undefined && callMarks.indexOf(first) > callMarks.indexOf(second) ? first : second
}
