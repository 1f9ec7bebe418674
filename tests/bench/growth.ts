/** Memory of one engine over many pictures, megabytes. */
export interface Growth {
  /** Mean over the first round after the warm-up, and over the last. */
  readonly early: number
  readonly late: number
  readonly peak: number
  /** `late` over `early`, less one. */
  readonly share: number
}

/**
 * Compares whole rounds through the same pictures: within one round the memory differs by a tenth, with the size of
 * the picture and with the buffers that wait to be collected, so that two single samples tell nothing. Throws when
 * there are fewer than two rounds after the warm-up.
 */
export function growthOf(samples: readonly number[], warmUp: number, round: number): Growth {
  const rest = samples.slice(warmUp)
  if (rest.length < 2 * round) throw new Error(`Too few pictures: at least ${warmUp + 2 * round} are needed`)
  const early = mean(rest.slice(0, round))
  const late = mean(rest.slice(-round))
  return { early, late, peak: Math.max(...samples), share: late / early - 1 }
}

/** Of at least one number. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
