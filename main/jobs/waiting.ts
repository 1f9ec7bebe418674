import type { Failure, FailureCode } from '../failure.ts'
import type { RetryAdvice, VisionFailure } from '../vision/failure.ts'
import { isDiskFull } from './disk-full.ts'
import type { WaitingReason } from './standing.ts'

/** A failure with what it may say about asking again. */
export type JobFailure = Pick<Failure, 'code' | 'message' | 'advice' | 'cause'> &
  Partial<Pick<Failure, 'saying'>> &
  Partial<Pick<VisionFailure, 'retry' | 'mayBeCounted'>>

/** What becomes of a job that failed. `notBefore` in milliseconds since 1970. */
export type Outcome =
  | { readonly state: 'waiting'; readonly reason: WaitingReason; readonly notBefore: number | undefined }
  | { readonly state: 'failed' | 'unsure' | 'cancelled' }

/** What other jobs have to wait for, so that they need not run into the same failure one by one. */
export interface Hold {
  /** Jobs of the same engine, or of the same engine and model only. */
  readonly scope: 'engine' | 'model'
  readonly reason: WaitingReason
  readonly notBefore: number | undefined
}

const second = 1000
const minute = 60 * second

/** How long a job without network waits when no event says that there is one, by attempts. */
const offlineWaits = [minute, 2 * minute, 5 * minute, 15 * minute]
/** Providers with a limit per minute forget within one; who says it again means a longer limit. */
const rateWaits = [minute, 2 * minute, 5 * minute, 15 * minute]
/** For a used-up quota whose reset nobody told. */
const quotaWait = 60 * minute
/** Between attempts after failures that may pass by themselves. */
const retryWaits = [2 * second, 15 * second, minute]
/** The disk that is full may not be the one whose room is looked at: then waiting for it has an end. */
const mostFullDisks = 5
/** A job that was running in several processes when they died may be what killed them: the others go first. */
const crashWaits = [0, 0, 5 * second, 30 * second, 2 * minute, 10 * minute]

const offlineCodes: readonly FailureCode[] = ['vision-network', 'vision-dns', 'vision-proxy']
/** The person's account or key: every other call of the endpoint would fail likewise. */
const keyCodes: readonly FailureCode[] = [
  'vision-key-missing',
  'vision-key-format',
  'vision-auth',
  'vision-account-link',
  'vision-real-name',
  'vision-balance'
]
/** The address, or the engine itself, is wrong: a person has to look. */
const engineCodes: readonly FailureCode[] = [
  'vision-address',
  'vision-tls',
  'vision-redirect',
  'vision-not-an-api',
  'engine-not-startable',
  'pack-unknown',
  'pack-missing',
  'pack-damaged',
  'pack-incompatible'
]
const modelCodes: readonly FailureCode[] = ['vision-model-gone', 'vision-no-sight', 'vision-permission']
/** May pass by themselves. */
const passingCodes: readonly FailureCode[] = [
  'vision-upstream',
  'vision-timeout',
  'engine-crashed',
  'engine-busy',
  'engine-closed'
]
/** The call broke off: whether the provider answered, nobody knows. */
const brokenCodes: readonly FailureCode[] = [...offlineCodes, 'vision-timeout', 'vision-upstream']

/**
 * What becomes of a job after a failure. `attempts` counts this one. `marked`: a call of it was on the wire and its
 * answer is not saved.
 */
export function outcomeOf(failure: JobFailure, attempts: number, marked: boolean, now: number): Outcome {
  const { code } = failure
  if (code === 'cancelled') return { state: 'cancelled' }
  // Only the provider's own word that it refused the call makes a marked one free to be made again.
  const counted = failure.mayBeCounted ?? marked
  // Where an answer came and is of no use, another one costs again: a person decides there as well, and sees why.
  if (counted) return { state: brokenCodes.includes(code) ? 'unsure' : 'failed' }
  const hold = holdOf(failure, attempts, now)
  if (hold !== undefined && hold.reason !== 'paused') return waiting(hold.reason, hold.notBefore)
  if (isDiskFull(failure) && attempts <= mostFullDisks) return waiting('disk-full', undefined)
  const advised = failure.retry?.kind === 'soon' || failure.retry?.kind === 'at'
  if ((advised || passingCodes.includes(code)) && attempts <= retryWaits.length) {
    return waiting('retry', adviceTime(failure.retry, now) ?? now + step(retryWaits, attempts))
  }
  return { state: 'failed' }
}

/** What the failure of one job means for others that would make the same call. Undefined: nothing. */
export function holdOf(failure: JobFailure, attempts: number, now: number): Hold | undefined {
  const { code } = failure
  if (offlineCodes.includes(code)) {
    return { scope: 'engine', reason: 'offline', notBefore: now + step(offlineWaits, attempts) }
  }
  if (code === 'vision-rate') {
    return {
      scope: 'engine',
      reason: 'rate',
      notBefore: adviceTime(failure.retry, now) ?? now + step(rateWaits, attempts)
    }
  }
  if (code === 'vision-quota-day') {
    return { scope: 'model', reason: 'quota', notBefore: adviceTime(failure.retry, now) ?? now + quotaWait }
  }
  if (keyCodes.includes(code)) return { scope: 'engine', reason: 'needs-key', notBefore: undefined }
  if (engineCodes.includes(code)) return { scope: 'engine', reason: 'paused', notBefore: undefined }
  if (modelCodes.includes(code)) return { scope: 'model', reason: 'paused', notBefore: undefined }
  return undefined
}

/** When a job is tried again whose process died, `attempts` times in a row; undefined: at once. */
export function timeAfterCrash(attempts: number, now: number): number | undefined {
  const wait = step(crashWaits, attempts)
  return wait === 0 ? undefined : now + wait
}

function waiting(reason: WaitingReason, notBefore: number | undefined): Outcome {
  return { state: 'waiting', reason, notBefore }
}

function adviceTime(retry: RetryAdvice | undefined, now: number): number | undefined {
  if (retry?.kind === 'soon') return now + Math.max(0, retry.milliseconds)
  return retry?.kind === 'at' ? Math.max(now, retry.time) : undefined
}

function step(waits: readonly number[], attempts: number): number {
  return waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? 0
}
