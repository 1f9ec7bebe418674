import { type Filtered, nearest } from './unfilter.ts'

/** The highest bit of each byte, and all others. */
const high = 0x80_80_80_80 | 0
const low = 0x7f_7f_7f_7f

/**
 * What `unfilter` does, for pixels of four bytes, which are added at a time; on a screen nearly all are as their neighbours. A word
 * a pixel, red in its lowest byte, in the memory of the rows. `undefined` when a row names no filter.
 */
export function unfilterWords(
  rows: Uint8Array<ArrayBuffer>,
  { width, height }: Pick<Filtered, 'width' | 'height'>
): Int32Array<ArrayBuffer> | undefined {
  if (rows.byteOffset % 4 !== 0) return unfilterWords(rows.slice(), { width, height })
  const words = new Int32Array(rows.buffer, rows.byteOffset, width * height)
  const length = width * 4
  for (let y = 0; y < height; y += 1) {
    const from = y * (length + 1)
    const filter = rows[from] ?? 0
    rows.copyWithin(y * length, from + 1, from + 1 + length)
    if (!undo(filter, words, y * width, width, y === 0 ? 0 : width)) return undefined
  }
  return words
}

/** False when there is no such filter. `up` is how far back the pixel above lies; 0 where there is none, which is then all zeros. */
function undo(filter: number, words: Int32Array, start: number, width: number, up: number): boolean {
  const end = start + width
  switch (filter) {
    case 0:
      return true
    case 1:
      addLeft(words, start, end)
      return true
    case 2:
      if (up > 0) addUp(words, start, end, up)
      return true
    case 3:
      addMean(words, start, end, up)
      return true
    case 4:
      if (up > 0) addPaeth(words, start, end, up)
      else addLeft(words, start, end)
      return true
    default:
      return false
  }
}

/** Each byte of one word and the same of another, modulo 256. */
function sum(one: number, other: number): number {
  return ((one & low) + (other & low)) ^ ((one ^ other) & high)
}

function addLeft(words: Int32Array, start: number, end: number): void {
  for (let at = start, left = 0; at < end; at += 1) {
    const word = words[at] ?? 0
    if (word !== 0) left = sum(word, left)
    words[at] = left
  }
}

function addUp(words: Int32Array, start: number, end: number, up: number): void {
  for (let at = start; at < end; at += 1) {
    const word = words[at] ?? 0
    const above = words[at - up] ?? 0
    words[at] = word === 0 ? above : sum(word, above)
  }
}

function addMean(words: Int32Array, start: number, end: number, up: number): void {
  for (let at = start, left = 0; at < end; at += 1) {
    const above = up === 0 ? 0 : (words[at - up] ?? 0)
    // What both have in common, and half of what one of them has; rounded down, byte by byte.
    left = sum(words[at] ?? 0, (left & above) + (((left ^ above) >>> 1) & low))
    words[at] = left
  }
}

function addPaeth(words: Int32Array, start: number, end: number, up: number): void {
  for (let at = start, left = 0, corner = 0; at < end; at += 1) {
    const word = words[at] ?? 0
    const above = words[at - up] ?? 0
    const predicted = left === corner ? above : above === corner ? left : paeth(left, above, corner)
    left = word === 0 ? predicted : sum(word, predicted)
    words[at] = left
    corner = above
  }
}

/** Paeth's predictor, byte by byte. */
function paeth(left: number, up: number, corner: number): number {
  return (
    nearest(left & 255, up & 255, corner & 255) |
    (nearest((left >>> 8) & 255, (up >>> 8) & 255, (corner >>> 8) & 255) << 8) |
    (nearest((left >>> 16) & 255, (up >>> 16) & 255, (corner >>> 16) & 255) << 16) |
    (nearest(left >>> 24, up >>> 24, corner >>> 24) << 24)
  )
}
