import type { Clock } from '../../../main/jobs/clock.ts'

/** A clock whose time is moved by hand. */
export interface HandClock extends Clock {
  /** Lets so many milliseconds pass; what is due is done, in order. */
  readonly pass: (milliseconds: number) => void
  /** How many timers are set. */
  readonly pending: () => number
}

export function handClock(start = 0): HandClock {
  let time = start
  const timers = new Set<{ readonly at: number; readonly work: () => void }>()
  const next = (until: number) =>
    [...timers].filter(({ at }) => at <= until).toSorted((left, right) => left.at - right.at)[0]
  return {
    now: () => time,
    after: (milliseconds, work) => {
      const timer = { at: time + milliseconds, work }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    pass: (milliseconds) => {
      const until = time + milliseconds
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        timers.delete(timer)
        time = timer.at
        timer.work()
      }
      time = until
    },
    pending: () => timers.size
  }
}
