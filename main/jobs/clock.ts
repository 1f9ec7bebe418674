/** Time as the queue sees it. Tests have their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Calls `work` once after so many milliseconds; answers the function that calls it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void
}

/** The longest that a timer of Node can wait; a longer one would fire at once. */
const mostMilliseconds = 2 ** 31 - 1

/** The clock of this machine. Its timers keep the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  after: (milliseconds, work) => {
    const timer = setTimeout(work, Math.min(Math.max(0, milliseconds), mostMilliseconds))
    return () => clearTimeout(timer)
  }
}

/** Resolves after so many milliseconds. */
export function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve)
  })
}

/** Resolves with the promise, or after so many milliseconds. */
export async function atMost(clock: Clock, milliseconds: number, promise: Promise<void>): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>()
  const cancel = clock.after(milliseconds, resolve)
  await Promise.race([promise, over])
  cancel()
}
