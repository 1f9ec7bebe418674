import { assertNever } from '../failure.ts'
import type { CallMark, Standing, WaitingReason } from './standing.ts'
import { mayBeAnswered, strongerMark, untouched } from './standing.ts'
import { type JobFailure, outcomeOf, timeAfterCrash } from './waiting.ts'

/** What can happen to a job. Times are milliseconds since 1970. */
export type JobEvent =
  /** A runner takes it up. */
  | { readonly kind: 'take'; readonly leaseUntil: number }
  /** Its runner is alive. */
  | { readonly kind: 'heartbeat'; readonly leaseUntil: number }
  /** A paid call is about to be made, is on the wire, is being answered. */
  | { readonly kind: 'call-intended' }
  | { readonly kind: 'call-sent' }
  | { readonly kind: 'call-answering' }
  /** What the call brought is saved; the job goes on. */
  | { readonly kind: 'call-saved' }
  /** The result is saved. */
  | { readonly kind: 'finish' }
  | { readonly kind: 'fail'; readonly failure: JobFailure }
  /** It cannot run now, known before anything was tried. */
  | {
      readonly kind: 'hold'
      readonly reason: WaitingReason
      readonly notBefore: number | undefined
      readonly failure?: JobFailure | undefined
    }
  /** Its runner ends in good order. */
  | { readonly kind: 'release' }
  | { readonly kind: 'lease-expired' }
  /** The process that ran it is known to have died. */
  | { readonly kind: 'owner-gone' }
  /** A person's wishes. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'resolve'; readonly answer: 'repeat' | 'give-up' }
  /** Ends of waiting. */
  | { readonly kind: 'due' }
  | { readonly kind: 'key-added' }
  | { readonly kind: 'online' }
  | { readonly kind: 'quota-reset' }
  | { readonly kind: 'room-again' }

/** Which waiting each of these events ends. */
export const awaited = {
  'key-added': 'needs-key',
  online: 'offline',
  'quota-reset': 'quota',
  'room-again': 'disk-full',
  resume: 'paused'
} as const satisfies Partial<Record<JobEvent['kind'], WaitingReason>>

/** Where a job stands after an event; undefined when the event makes no sense there and nothing changes. Pure. */
export function nextState(standing: Standing, event: JobEvent, now: number): Standing | undefined {
  switch (event.kind) {
    case 'take':
      return standing.state === 'queued' ? taken(standing, event.leaseUntil) : undefined
    case 'heartbeat':
      return alive(standing, event.leaseUntil)
    case 'call-intended':
      return marked(standing, 'intended')
    case 'call-sent':
      return marked(standing, 'sent')
    case 'call-answering':
      return marked(standing, 'answering')
    case 'call-saved':
      return mayBeAnswered(standing.call) ? whileRunning(standing, { call: undefined }) : undefined
    case 'finish':
      return canFinish(standing) ? ended(standing, 'done') : undefined
    case 'fail':
      return canFinish(standing) ? failed(standing, event.failure, now) : undefined
    case 'hold':
      return held(standing, event.reason, event.notBefore)
    case 'release':
      return standing.state === 'running' ? givenBack(standing) : undefined
    case 'lease-expired':
      return (standing.leaseUntil ?? now) < now ? abandoned(standing, now) : undefined
    case 'owner-gone':
      return standing.state === 'running' ? abandoned(standing, now) : undefined
    case 'cancel':
      return isOpen(standing) ? ended(standing, 'cancelled') : undefined
    case 'retry':
      return canBeRetried(standing) ? untouched : undefined
    case 'resolve':
      return resolved(standing, event.answer)
    case 'due':
      return isDue(standing, now) ? queuedAgain(standing) : undefined
    case 'key-added':
    case 'online':
    case 'quota-reset':
    case 'room-again':
    case 'resume':
      return standing.reason === awaited[event.kind] ? queuedAgain(standing) : undefined
    default:
      return assertNever(event, 'an event of no known kind')
  }
}

function isDue({ notBefore }: Standing, now: number): boolean {
  return notBefore !== undefined && notBefore <= now
}

/** Also from `unsure`: a process that was thought dead may bring the answer after all. */
function canFinish({ state }: Standing): boolean {
  return state === 'running' || state === 'unsure'
}

function canBeRetried({ state }: Standing): boolean {
  return state === 'failed' || state === 'cancelled' || state === 'waiting'
}

function isOpen({ state }: Standing): boolean {
  return state === 'queued' || state === 'running' || state === 'waiting' || state === 'unsure'
}

function taken(standing: Standing, leaseUntil: number): Standing {
  return { ...untouched, state: 'running', attempts: standing.attempts + 1, leaseUntil }
}

function whileRunning(standing: Standing, change: Partial<Standing>): Standing | undefined {
  return standing.state === 'running' ? { ...standing, ...change } : undefined
}

/** Who was thought dead is alive, and still has the call. */
function alive(standing: Standing, leaseUntil: number): Standing | undefined {
  return canFinish(standing) ? { ...standing, state: 'running', leaseUntil } : undefined
}

function marked(standing: Standing, mark: CallMark): Standing | undefined {
  return canFinish(standing) ? { ...standing, call: strongerMark(standing.call, mark) } : undefined
}

function ended({ attempts }: Standing, state: 'done' | 'failed' | 'cancelled'): Standing {
  return { ...untouched, state, attempts }
}

function queuedAgain({ attempts }: Standing): Standing {
  return { ...untouched, attempts }
}

function unsure({ attempts, call }: Standing): Standing {
  return { ...untouched, state: 'unsure', attempts, call: strongerMark(call, 'sent') }
}

function waits(attempts: number, reason: WaitingReason, notBefore: number | undefined): Standing {
  return { ...untouched, state: 'waiting', attempts, reason, notBefore }
}

function failed(standing: Standing, failure: JobFailure, now: number): Standing {
  const outcome = outcomeOf(failure, standing.attempts, mayBeAnswered(standing.call), now)
  switch (outcome.state) {
    case 'waiting':
      return waits(standing.attempts, outcome.reason, outcome.notBefore)
    case 'unsure':
      return unsure(standing)
    case 'failed':
    case 'cancelled':
      return ended(standing, outcome.state)
    default:
      return assertNever(outcome, 'an outcome of no known kind')
  }
}

function held(standing: Standing, reason: WaitingReason, notBefore: number | undefined): Standing | undefined {
  if (standing.state === 'queued') return waits(standing.attempts, reason, notBefore)
  if (standing.state !== 'running' || mayBeAnswered(standing.call)) return undefined
  return waits(Math.max(0, standing.attempts - 1), reason, notBefore)
}

function givenBack(standing: Standing): Standing {
  if (mayBeAnswered(standing.call)) return unsure(standing)
  return { ...untouched, attempts: Math.max(0, standing.attempts - 1) }
}

function abandoned(standing: Standing, now: number): Standing {
  if (mayBeAnswered(standing.call)) return unsure(standing)
  const notBefore = timeAfterCrash(standing.attempts, now)
  return notBefore === undefined ? queuedAgain(standing) : waits(standing.attempts, 'retry', notBefore)
}

function resolved(standing: Standing, answer: 'repeat' | 'give-up'): Standing | undefined {
  if (standing.state !== 'unsure') return undefined
  return answer === 'repeat' ? untouched : ended(standing, 'cancelled')
}
