import type { Clock } from '../../jobs/clock.ts'

/** Does something after it was asked for, and not again before a pause is over, however often it is asked for. */
export interface Beat {
  readonly soon: () => void
  /** What was asked for, at once. */
  readonly now: () => void
  readonly stop: () => void
}

/** The first time comes after a moment, so that what belongs together is told together; the next ones keep the pause. */
const moment = 15

/** `pause` in milliseconds. */
export function createBeat(clock: Clock, pause: number, work: () => void): Beat {
  let last = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | undefined

  const now = (): void => {
    if (cancel === undefined) return
    cancel()
    cancel = undefined
    last = clock.now()
    work()
  }

  return {
    soon: () => {
      cancel ??= clock.after(Math.max(moment, last + pause - clock.now()), now)
    },
    now,
    stop: () => {
      cancel?.()
      cancel = undefined
    }
  }
}
