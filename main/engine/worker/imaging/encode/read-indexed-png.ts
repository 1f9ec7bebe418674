import type { PlainPng } from '../plain-png/header.ts'
import { readBytes } from '../plain-png/read.ts'
import { contentOf, isIntact } from '../png.ts'
import type { IndexedPixels } from './colours.ts'

/**
 * Indexes and palette of a PNG as they are stored, in a third of the time that its colours take. `undefined` for one that is
 * damaged, has a colour profile, or has more bits than its colours need.
 */
export async function readIndexedPng(bytes: Uint8Array, png: PlainPng): Promise<IndexedPixels | undefined> {
  const { width, height, palette } = png
  if (palette === undefined || !isIntact(bytes, palette)) return undefined
  const colours = coloursIn(contentOf(bytes, palette))
  const indexes = await readBytes(bytes, png)
  return indexes && fits(indexes, colours.length) ? { width, height, indexes, palette: colours } : undefined
}

function coloursIn(palette: Uint8Array): number[] {
  return Array.from({ length: Math.min(256, Math.floor(palette.length / 3)) }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = palette.subarray(at * 3, at * 3 + 3)
    return (red << 16) | (green << 8) | blue
  })
}

/** Whether no index lies outside of the palette, and so many are used that fewer bits would not number them. */
function fits(indexes: Uint8Array, colours: number): boolean {
  const used = new Uint8Array(256)
  for (let pixel = 0; pixel < indexes.length; pixel += 1) used[indexes[pixel] ?? 0] = 1
  return used.lastIndexOf(1) < colours && used.reduce((sum, one) => sum + one, 0) > 16
}
