import type { FailureCode } from '../failure.ts'
import { VisionFailure } from './failure.ts'

/** How things stand when a call has failed. */
export interface RetryState {
  /** Calls made so far with this picture and this model, the failed one included. */
  readonly attempt: number
  /** Whether a person has seen a part of the answer: a second one would begin anew before their eyes. */
  readonly shownText: boolean
  /** How often the picture was made smaller already. */
  readonly shrinksDone: number
  /** Milliseconds since 1970. */
  readonly now: number
  /** 0 to 1; spreads calls that failed together. */
  readonly random: () => number
}

/** What to do after a failure, and after how long. */
export type RetryDecision =
  | { readonly kind: 'give-up' }
  | {
      readonly kind: 'again'
      readonly afterMilliseconds: number
      /** What has to be different; nothing when missing. */
      readonly change?: 'smaller' | 'other-model'
    }

const giveUp: RetryDecision = { kind: 'give-up' }

/** Longest wait in milliseconds for a point in time, for which a person may be kept waiting. */
const longestWait = 60_000

/** Most milliseconds that chance adds to a wait. */
const spread = 1_000

/**
 * Whether a call is repeated at once. Every call counts against a quota, so: once with a smaller picture, once after a
 * limit of rate, once after a fault in between; nothing that would be refused again, nothing that may still be running.
 */
export function decideRetry(failure: Error, state: RetryState): RetryDecision {
  if (!(failure instanceof VisionFailure) || state.shownText) return giveUp
  if (failure.code === 'vision-picture-pixels') return state.shrinksDone === 0 ? changed('smaller') : giveUp
  if (failure.code === 'vision-model-gone') return changed('other-model')
  if (state.attempt > 1 || !isPassing(failure)) return giveUp
  const wait = waitOf(failure, state.now)
  return wait === undefined ? giveUp : { kind: 'again', afterMilliseconds: Math.round(wait + spread * state.random()) }
}

function changed(change: 'smaller' | 'other-model'): RetryDecision {
  return { kind: 'again', afterMilliseconds: 0, change }
}

const passingCodes: readonly FailureCode[] = ['vision-rate', 'vision-empty', 'vision-cut-off']

function isPassing({ code, status, mayBeCounted }: VisionFailure): boolean {
  // 500 is a fault of the request as often as one of the moment; 502, 503 and 504 are of the moment.
  if (code === 'vision-upstream') return status !== 500
  // A line that broke is worth another try; no line at all will not be there in two seconds.
  if (code === 'vision-network') return mayBeCounted
  return passingCodes.includes(code)
}

function waitOf({ retry }: VisionFailure, now: number): number | undefined {
  if (retry.kind === 'soon') return retry.milliseconds
  if (retry.kind !== 'at') return undefined
  const wait = Math.max(0, retry.time - now)
  return wait <= longestWait ? wait : undefined
}
