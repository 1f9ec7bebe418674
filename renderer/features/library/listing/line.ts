/** Runs one piece of work at a time, in the order in which it was asked for. */
export type Line = <T>(work: () => Promise<T>) => Promise<T>

/**
 * A line for searches: a later search ends an earlier one in main, so several lists of the window have to wait for
 * each other.
 */
export function createLine(): Line {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    // Who asked for it hears of a failure; the next in line begins all the same.
    last = next.catch(() => undefined)
    return next
  }
}
