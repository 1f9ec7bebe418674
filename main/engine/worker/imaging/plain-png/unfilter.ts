/** Undoes the filters of rows of bytes, each behind a byte that names its filter (PNG specification, 9). */
export interface Filtered {
  readonly width: number
  readonly height: number
  /** Bytes a pixel. */
  readonly channels: number
}

/**
 * The bytes of all pixels, in the memory of the rows: each row goes a little further to the left, over none that is still to
 * come. `undefined` when a row names no filter.
 */
export function unfilter(rows: Uint8Array, { width, height, channels }: Filtered): Uint8Array | undefined {
  const length = width * channels
  for (let y = 0; y < height; y += 1) {
    const from = y * (length + 1)
    const filter = rows[from] ?? 0
    const to = y * length
    rows.copyWithin(to, from + 1, from + 1 + length)
    const row = { bytes: rows, start: to, end: to + length, back: channels, up: y === 0 ? 0 : length }
    if (!undo(filter, row)) return undefined
  }
  return rows.subarray(0, length * height)
}

/** A row in the midst of others. */
interface Row {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  /** How far back the pixel to the left begins, and the one above; 0 where there is no row above, which is then all zeros. */
  readonly back: number
  readonly up: number
}

/** False when there is no such filter. */
function undo(filter: number, row: Row): boolean {
  switch (filter) {
    case 0:
      return true
    case 1:
      addLeft(row)
      return true
    case 2:
      if (row.up > 0) addUp(row)
      return true
    case 3:
      addMean(row)
      return true
    case 4:
      // Without a row above, the nearest of the three is always the pixel to the left.
      if (row.up > 0) addPaeth(row)
      else addLeft(row)
      return true
    default:
      return false
  }
}

function addLeft({ bytes, start, end, back }: Row): void {
  for (let at = start + back; at < end; at += 1) bytes[at] = (bytes[at] ?? 0) + (bytes[at - back] ?? 0)
}

function addUp({ bytes, start, end, up }: Row): void {
  for (let at = start; at < end; at += 1) bytes[at] = (bytes[at] ?? 0) + (bytes[at - up] ?? 0)
}

function addMean({ bytes, start, end, back, up }: Row): void {
  for (let at = start; at < end; at += 1) {
    const left = at < start + back ? 0 : (bytes[at - back] ?? 0)
    const above = up === 0 ? 0 : (bytes[at - up] ?? 0)
    bytes[at] = (bytes[at] ?? 0) + ((left + above) >> 1)
  }
}

function addPaeth({ bytes, start, end, back, up }: Row): void {
  for (let at = start; at < end; at += 1) {
    const isFirst = at < start + back
    const left = isFirst ? 0 : (bytes[at - back] ?? 0)
    const corner = isFirst ? 0 : (bytes[at - up - back] ?? 0)
    bytes[at] = (bytes[at] ?? 0) + nearest(left, bytes[at - up] ?? 0, corner)
  }
}

/** Paeth's predictor: the one of the three that is nearest to left + up - corner. */
export function nearest(left: number, up: number, corner: number): number {
  const byLeft = Math.abs(up - corner)
  const byUp = Math.abs(left - corner)
  const byCorner = Math.abs(left + up - 2 * corner)
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
