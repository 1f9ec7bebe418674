import { Failure } from '../failure.ts'
import type { EngineChild } from './child.ts'
import type { Exit } from './death.ts'
import type { FromEngine, ToEngine } from './protocol/messages.ts'
import type { Progress } from './protocol/operations.ts'

export interface ExchangeOptions {
  readonly deadlineMilliseconds: number
  /** How long the engine may take to let go of a cancelled request before it is killed. */
  readonly graceMilliseconds: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** How one request to one engine process ended. `rss` is the engine's resident memory in bytes. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: unknown; readonly rss: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly rss: number }
  | { readonly kind: 'died'; readonly exit: Exit; readonly started: boolean }

/** Sends one request and waits for its answer, its deadline or the engine's death, whichever comes first. */
export function exchange(
  child: EngineChild,
  request: Extract<ToEngine, { kind: 'request' }>,
  options: ExchangeOptions
): Promise<Outcome> {
  return new Promise((resolve) => {
    let started = false
    let grace: NodeJS.Timeout | undefined

    const settle = (outcome: Outcome): void => {
      clearTimeout(deadline)
      clearTimeout(grace)
      unlisten()
      options.signal?.removeEventListener('abort', cancel)
      resolve(outcome)
    }
    // Later, so that what the callback throws is the caller's own and not taken for nonsense from the engine.
    const tell = (progress: Progress): void => queueMicrotask(() => options.onProgress?.(progress))
    const cancel = (): void => {
      child.send({ kind: 'cancel', id: request.id })
      grace = setTimeout(() => child.kill('cancelled'), options.graceMilliseconds)
    }

    const deadline = setTimeout(() => child.kill('timeout'), options.deadlineMilliseconds)
    options.signal?.addEventListener('abort', cancel, { once: true })
    const unlisten = child.listen((message) => {
      if (!('id' in message) || message.id !== request.id) return
      if (message.kind === 'started') started = true
      else if (message.kind === 'progress') tell(message.progress)
      else settle(outcomeOf(message))
    })
    void child.ended.then((exit) => settle({ kind: 'died', exit, started }))

    child.send(request)
    if (options.signal?.aborted === true) cancel()
  })
}

function outcomeOf(message: Extract<FromEngine, { kind: 'done' | 'failed' }>): Outcome {
  if (message.kind === 'done') return { kind: 'done', result: message.result, rss: message.rss }
  const cause = new Error(message.detail)
  const failure = new Failure(message.code, message.message, { advice: message.advice, saying: message.saying, cause })
  return { kind: 'failed', failure, rss: message.rss }
}
