/** How often the engine may crash and how soon it is started again. Times are milliseconds of one monotonic clock. */
export interface CrashBudget {
  readonly record: (now: number) => void
  /** How long to wait before the next start. */
  readonly backoff: (now: number) => number
  /** How long no start is allowed at all; 0 when it is. */
  readonly barred: (now: number) => number
  /** Crashes so far, without limit of time. */
  readonly total: () => number
}

export interface CrashBudgetOptions {
  readonly budget: number
  readonly windowMilliseconds: number
  readonly backoffMilliseconds: number
}

const longestBackoffMilliseconds = 5000

export function createCrashBudget(options: CrashBudgetOptions): CrashBudget {
  let recent: number[] = []
  let total = 0

  const within = (now: number): readonly number[] => {
    recent = recent.filter((time) => now - time < options.windowMilliseconds)
    return recent
  }

  return {
    record: (now) => {
      recent.push(now)
      total += 1
    },
    backoff: (now) => {
      const crashes = within(now).length
      // The first restart is immediate: most crashes belong to one picture.
      if (crashes < 2) return 0
      return Math.min(options.backoffMilliseconds * 2 ** (crashes - 2), longestBackoffMilliseconds)
    },
    barred: (now) => {
      const crashes = within(now)
      // The crash that has to be forgotten before there is room for one more.
      const blocking = crashes.at(-options.budget)
      return blocking === undefined ? 0 : blocking + options.windowMilliseconds - now
    },
    total: () => total
  }
}
