import { cancelled } from '../failure.ts'
import { VisionFailure } from './failure.ts'

/** Keeps the number of calls at a time to what an endpoint stands. */
export interface Limiter {
  /** Runs `work` when its turn has come, first come first served. Throws `cancelled` when aborted before, else its errors. */
  readonly run: <T>(signal: AbortSignal | undefined, work: () => Promise<T>) => Promise<T>
  /** Calls that may run at a time now. */
  readonly limit: () => number
}

/** Bounds of a limiter. */
export interface LimiterOptions {
  /** Most calls at a time, at least 1, as it is set now. */
  readonly maximum: () => number
  /** Good calls since the last change after which one more at a time is dared. */
  readonly growAfter?: number
}

/**
 * Begins at the maximum, halves when the endpoint says that it is too much, grows by one after good calls: as TCP does
 * with a line that it shares. Calls that were begun before a cut do not cut again: they tell of the same moment.
 */
export function createLimiter({ maximum, growAfter = 8 }: LimiterOptions): Limiter {
  const waiting: (() => void)[] = []
  // What it has said that it stands, so far nothing.
  let bearable = Number.POSITIVE_INFINITY
  let running = 0
  let good = 0
  let cuts = 0

  const limit = () => Math.min(bearable, maximum())
  const admit = () => {
    const most = limit()
    while (running < most) {
      const next = waiting.shift()
      if (next === undefined) return
      running += 1
      next()
    }
  }
  const succeeded = () => {
    good += 1
    if (good < growAfter || bearable >= maximum()) return
    good = 0
    bearable += 1
  }
  const failed = (thrown: unknown, cutsAtStart: number) => {
    if (!isTooMuch(thrown)) return
    good = 0
    if (cutsAtStart !== cuts) return
    cuts += 1
    bearable = Math.max(1, Math.floor(limit() / 2))
  }

  return {
    async run(signal, work) {
      await turn(waiting, signal, admit)
      const cutsAtStart = cuts
      try {
        const result = await work()
        succeeded()
        return result
      } catch (thrown) {
        failed(thrown, cutsAtStart)
        throw thrown
      } finally {
        running -= 1
        admit()
      }
    },
    limit
  }
}

/** Resolves when it is this one's turn; one that is called off leaves the line. */
async function turn(waiting: (() => void)[], signal: AbortSignal | undefined, admit: () => void): Promise<void> {
  if (signal?.aborted === true) throw cancelled(signal.reason)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const leave = () => {
    const place = waiting.indexOf(resolve)
    if (place === -1) return
    waiting.splice(place, 1)
    reject(cancelled(signal?.reason))
  }
  waiting.push(resolve)
  signal?.addEventListener('abort', leave, { once: true })
  admit()
  try {
    await promise
  } finally {
    signal?.removeEventListener('abort', leave)
  }
}

function isTooMuch(thrown: unknown): boolean {
  if (!(thrown instanceof VisionFailure)) return false
  return thrown.code === 'vision-rate' || (thrown.code === 'vision-upstream' && thrown.status === 503)
}
