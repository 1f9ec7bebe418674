/** Each undoes one filter of the PNG specification in a row, from `start` up to `end`, both counted in bytes. */
export interface Filters {
  /** Adds the pixel to the left. */
  readonly left: (start: number, end: number) => void
  /** Adds the one above; never called for the first row, above which all is zero. */
  readonly up: (start: number, end: number) => void
  /** Adds half of both. */
  readonly mean: (start: number, end: number, isFirst: boolean) => void
  /** Adds Paeth's choice of three; never called for the first row, where it is the pixel to the left. */
  readonly paeth: (start: number, end: number) => void
}

/**
 * Undoes the filters of rows of `length` bytes, each behind a byte that names its filter (PNG specification, 9), in their place:
 * each row goes a little further to the left, over none that is still to come. False when a row names no filter.
 */
export function undoFilters(rows: Uint8Array, length: number, height: number, filters: Filters): boolean {
  for (let y = 0; y < height; y += 1) {
    const from = y * (length + 1)
    const filter = rows[from] ?? 0
    const [start, end, isFirst] = [y * length, (y + 1) * length, y === 0]
    rows.copyWithin(start, from + 1, from + 1 + length)
    if (filter > 4) return false
    if (filter === 1 || (filter === 4 && isFirst)) filters.left(start, end)
    else if (filter === 2 && !isFirst) filters.up(start, end)
    else if (filter === 3) filters.mean(start, end, isFirst)
    else if (filter === 4) filters.paeth(start, end)
  }
  return true
}

/** Paeth's predictor: the one of the three that is nearest to left + up - corner. */
export function nearest(left: number, up: number, corner: number): number {
  const byLeft = Math.abs(up - corner)
  const byUp = Math.abs(left - corner)
  const byCorner = Math.abs(left + up - 2 * corner)
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
