/** Milliseconds over all calls, each at its best: the median, and what nineteen of twenty stay below. */
export interface Timing {
  readonly p50: number
  readonly p95: number
}

/** Times every call in several rounds. The best of a call counts: what disturbed the others was not the library. */
export async function timed(calls: readonly (() => unknown)[], rounds: number): Promise<Timing> {
  const best = calls.map(() => Infinity)
  for (let round = 0; round < rounds; round++) {
    for (const [index, call] of calls.entries()) {
      const start = performance.now()
      await call()
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - start)
    }
  }
  const sorted = best.toSorted((left, right) => left - right)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}
