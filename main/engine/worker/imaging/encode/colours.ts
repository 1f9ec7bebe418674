import type { Pixels } from '../pixels.ts'

/** A picture of few colours: an index into the palette for each pixel, rows from the top. */
export interface IndexedPixels {
  readonly width: number
  readonly height: number
  readonly indexes: Uint8Array
  /** Red, green and blue as one number of 24 bits, in the order in which they were met; at most 256. */
  readonly palette: readonly number[]
}

const mostColours = 256
/** Of the hash table: four times the colours, so that few of them collide. */
const slots = 1024
const emptySlot = -1

/** The picture with a palette, or `undefined` as soon as it shows more than 256 colours. */
export function indexColours({ data, width, height }: Pixels): IndexedPixels | undefined {
  const indexes = new Uint8Array(width * height)
  const colours = new Int32Array(slots).fill(emptySlot)
  const numbers = new Uint8Array(slots)
  const palette: number[] = []
  let last = emptySlot
  let number = 0
  for (let pixel = 0, at = 0; pixel < indexes.length; pixel += 1, at += 3) {
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)
    // Most pixels of a screen have the colour of their neighbour.
    if (colour !== last) {
      let slot = slotOf(colour)
      while (colours[slot] !== colour && colours[slot] !== emptySlot) slot = (slot + 1) % slots
      if (colours[slot] === emptySlot) {
        if (palette.length === mostColours) return undefined
        colours[slot] = colour
        numbers[slot] = palette.length
        palette.push(colour)
      }
      number = numbers[slot] ?? 0
      last = colour
    }
    indexes[pixel] = number
  }
  return { width, height, indexes, palette }
}

/** The top ten bits of the product with 2^32 / golden ratio (Knuth, multiplicative hashing). */
function slotOf(colour: number): number {
  return Math.imul(colour, 0x9e3779b1) >>> 22
}
