/** Padded pixels of width in one run of the recogniser: longer runs do not pay, shorter ones waste threads. */
const budget = 1600
const mostLines = 16
/** Widths are rounded up to the recogniser's step. */
const quantum = 8

/** Lines of similar width that are read in one run, all padded to `width`. */
export interface Batch<T> {
  readonly lines: readonly T[]
  readonly width: number
}

/** Groups lines by width, narrow ones first, so that little is padded. */
export function batchesOf<T extends { readonly width: number }>(lines: readonly T[]): Batch<T>[] {
  const sorted = lines.toSorted((a, b) => a.width - b.width)
  const batches: Batch<T>[] = []
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1
    while (to < sorted.length && to - from < mostLines && padded(sorted[to]) * (to - from + 1) <= budget) to++
    batches.push({ lines: sorted.slice(from, to), width: padded(sorted[to - 1]) })
    from = to
  }
  return batches
}

function padded(line: { readonly width: number } | undefined): number {
  return Math.ceil((line?.width ?? 0) / quantum) * quantum
}
