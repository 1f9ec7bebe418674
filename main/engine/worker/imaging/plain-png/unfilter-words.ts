import type { Size } from '../../../protocol/view.ts'
import { nearest, undoFilters } from './undo.ts'

/** The highest bit of each byte, and all others. */
const high = 0x80_80_80_80 | 0
const low = 0x7f_7f_7f_7f

/**
 * What `unfilter` does, for pixels of four bytes, which are added at a time; on a screen nearly all are as their neighbours. A word
 * a pixel, red in its lowest byte, in the memory of the rows. `undefined` when a row names no filter.
 */
export function unfilterWords(
  rows: Uint8Array<ArrayBuffer>,
  { width, height }: Size
): Int32Array<ArrayBuffer> | undefined {
  // A copy begins where words may begin.
  const bytes = rows.byteOffset % 4 === 0 ? rows : new Uint8Array(rows)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, width * height)
  const isWhole = undoFilters(bytes, width * 4, height, {
    left: (start, end) => addLeft(words, start / 4, end / 4),
    up: (start, end) => addUp(words, start / 4, end / 4, width),
    mean: (start, end, isFirst) => addMean(words, start / 4, end / 4, isFirst ? 0 : width),
    paeth: (start, end) => addPaeth(words, start / 4, end / 4, width)
  })
  return isWhole ? words : undefined
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

/** `up` is 0 where there is no row above, which is then all zeros. */
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
