/** The middle value; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

/** Of ratios: twice and half as much give 1. */
export function geometricMean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((logarithms, ratio) => logarithms + Math.log(ratio), 0) / ratios.length)
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
