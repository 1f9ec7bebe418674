import { cancelled, type Failure } from '../failure.ts'
import type { EngineChild } from './child.ts'
import { classifyExit, describeExit, failureOf, isCrash } from './death.ts'
import { exchange, type Outcome } from './exchange.ts'
import { type CallOptions, deadlines, type EngineLogLine } from './options.ts'
import { type Operation, operations, type RequestOf, type ResultOf } from './protocol/operations.ts'
import type { Supervisor } from './supervisor.ts'

export interface RequesterOptions {
  readonly supervisor: Supervisor
  readonly graceMilliseconds: number
  readonly log: (line: EngineLogLine) => void
}

/** Asks the engine for one thing and waits for the checked answer. One at a time. */
export type Requester = <O extends Operation>(
  operation: O,
  request: RequestOf<O>,
  call: CallOptions
) => Promise<ResultOf<O>>

export function createRequester({ supervisor, graceMilliseconds, log }: RequesterOptions): Requester {
  let requests = 0

  const attempt = async (operation: Operation, request: unknown, call: CallOptions): Promise<Attempt> => {
    const child = await orCancelled(supervisor.obtain(), call.signal)
    requests += 1
    const outcome = await exchange(
      child,
      { kind: 'request', id: requests, operation, request },
      { deadlineMilliseconds: deadlines[operation], ...call, graceMilliseconds }
    )
    if (outcome.kind !== 'died') supervisor.measured(outcome.rss)
    if (call.signal?.aborted === true) throw cancelled()
    return { child, outcome }
  }

  return async (operation, request, call) => {
    let { child, outcome } = await attempt(operation, request, call)
    // It died before it took the request up, so that says nothing about the request.
    if (diedBefore(outcome)) ({ child, outcome } = await attempt(operation, request, call))

    if (outcome.kind === 'died') throw failureOf(classifyExit(outcome.exit), describeExit(outcome.exit))
    if (outcome.kind === 'done') return checked(operation, outcome.result, child)
    log({ level: 'info', message: `${operation}: ${outcome.failure.code}`, detail: detailOf(outcome.failure) })
    throw outcome.failure
  }
}

interface Attempt {
  readonly child: EngineChild
  readonly outcome: Outcome
}

function diedBefore(outcome: Outcome): boolean {
  return outcome.kind === 'died' && !outcome.started && isCrash(classifyExit(outcome.exit))
}

function checked<O extends Operation>(operation: O, result: unknown, child: EngineChild): ResultOf<O> {
  const parsed = operations[operation].result.safeParse(result)
  if (parsed.success) return parsed.data as ResultOf<O>
  child.kill('protocol')
  throw failureOf('protocol', parsed.error.message)
}

function detailOf(failure: Failure): string {
  return failure.cause instanceof Error ? failure.cause.message : ''
}

/** Waits for the engine no longer than the caller wants it; a start that is under way goes on. */
function orCancelled<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(cancelled())
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
