import { Buffer } from 'node:buffer'
import type { Box } from '../../../protocol/geometry.ts'
import type { Pixels } from '../../imaging/pixels.ts'
import type { Strip } from '../strip.ts'
import { levelBox } from './snippet.ts'

/**
 * For each strip the index of the first one that looks exactly the same, its own when there is none before. Menus,
 * tables and lists repeat words to the pixel, and each need be recognised only once. Slanted strips have no twins.
 */
export function firstTwins(pixels: Pixels, strips: readonly Strip[]): number[] {
  const seen = new Map<string, { readonly box: Box; readonly index: number }[]>()
  return strips.map((strip, index) => {
    if (strip.angle !== 0) return index
    const box = levelBox(pixels, strip)
    // The middle row tells most strips of one size apart, so that few need to be compared as a whole.
    const middle = rowOf(pixels, box, (box.y0 + box.y1) >> 1).toString('latin1')
    const key = `${box.x1 - box.x0} ${box.y1 - box.y0} ${middle}`
    const candidates = seen.get(key)
    const twin = candidates?.find((candidate) => looksEqual(pixels, candidate.box, box))
    if (twin) return twin.index
    if (candidates) candidates.push({ box, index })
    else seen.set(key, [{ box, index }])
    return index
  })
}

function looksEqual(pixels: Pixels, a: Box, b: Box): boolean {
  for (let y = 0; y < a.y1 - a.y0; y++) {
    if (!rowOf(pixels, a, a.y0 + y).equals(rowOf(pixels, b, b.y0 + y))) return false
  }
  return true
}

function rowOf({ data, width }: Pixels, { x0, x1 }: Box, y: number): Buffer {
  return Buffer.from(data.buffer, data.byteOffset + (y * width + x0) * 3, (x1 - x0) * 3)
}
