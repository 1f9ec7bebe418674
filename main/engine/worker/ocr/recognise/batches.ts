/** Padded pixels of width in one run of the recogniser: a run costs what some 15 pixels cost, so few long runs pay. */
const budget = 3200
const mostLines = 16
/** Widths are rounded up to the recogniser's step. */
const quantum = 8
/** Pixels of padding that one more line may cost before a run of its own is cheaper (about 0.6 ms). */
const mostPadding = 16

/** Lines of similar width that are read in one run, all padded to `width`. */
export interface Batch<T> {
  readonly lines: readonly T[]
  readonly width: number
}

/** Groups lines by width, narrow ones first, so that little is padded. */
export function batchesOf<T extends { readonly width: number }>(lines: readonly T[]): Batch<T>[] {
  const sorted = lines.toSorted((a, b) => a.width - b.width)
  const batches: Batch<T>[] = []
  let open: T[] = []
  let width = 0
  for (const line of sorted) {
    const own = Math.ceil(line.width / quantum) * quantum
    const joins =
      open.length < mostLines && own * (open.length + 1) <= budget && (own - width) * open.length <= mostPadding
    if (!joins && open.length > 0) {
      batches.push({ lines: open, width })
      open = []
    }
    open.push(line)
    width = own
  }
  if (open.length > 0) batches.push({ lines: open, width })
  return batches
}
