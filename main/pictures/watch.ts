/** Time limits of one piece of work that waits for others. */
export interface Watch {
  /** Aborted when a limit has passed, when the work was called off from outside, or by `stop`. */
  readonly signal: AbortSignal
  /** From now on, the next step may take this many milliseconds. */
  readonly within: (milliseconds: number) => void
  /** Whether a time limit has passed. */
  readonly expired: () => boolean
  /** Ends the work if it still goes on. */
  readonly stop: () => void
}

/** Starts with `total` milliseconds for the whole. */
export function startWatch(total: number, outer?: AbortSignal): Watch {
  const controller = new AbortController()
  let expired = false
  const expire = (): void => {
    expired = true
    controller.abort()
  }
  const whole = setTimeout(expire, total)
  let step: NodeJS.Timeout | undefined
  return {
    signal: outer ? AbortSignal.any([controller.signal, outer]) : controller.signal,
    within: (milliseconds) => {
      clearTimeout(step)
      step = setTimeout(expire, milliseconds)
    },
    expired: () => expired,
    stop: () => {
      clearTimeout(whole)
      clearTimeout(step)
      controller.abort()
    }
  }
}
