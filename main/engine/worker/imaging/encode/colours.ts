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
/** Pixels that are looked at together: three words of memory, and one of their indexes. */
const group = 4

/** The picture with a palette, or `undefined` as soon as it shows more than 256 colours. */
export function indexColours({ data, width, height }: Pixels): IndexedPixels | undefined {
  const count = width * height
  const indexes = new Uint8Array(Math.ceil(count / group) * group)
  const repeats = findRepeats(data, indexes)
  const palette = new Palette()
  for (let pixel = 0; pixel < count; pixel += group) {
    if (repeats(pixel)) continue
    const end = Math.min(pixel + group, count)
    for (let one = pixel; one < end; one += 1) {
      const at = one * 3
      const number = palette.numberOf(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
      if (number === undefined) return undefined
      indexes[one] = number
    }
  }
  return { width, height, indexes: indexes.subarray(0, count), palette: palette.colours }
}

/**
 * Most of a screen is plain: four pixels that equal the four before them take over their indexes, word by word, which is
 * three times as fast as pixel by pixel. The function that comes back does so and tells whether it did.
 */
function findRepeats(data: Uint8Array, indexes: Uint8Array): (pixel: number) => boolean {
  if (data.byteOffset % 4 !== 0) return () => false
  const words = new Uint32Array(data.buffer, data.byteOffset, Math.floor(data.length / 4))
  const numbers = new Uint32Array(indexes.buffer)
  return (pixel) => {
    const at = (pixel / group) * 3
    const isRepeated =
      at > 0 &&
      at + 3 <= words.length &&
      words[at] === words[at - 3] &&
      words[at + 1] === words[at - 2] &&
      words[at + 2] === words[at - 1]
    if (isRepeated) numbers[pixel / group] = numbers[pixel / group - 1] ?? 0
    return isRepeated
  }
}

/** Numbers colours in the order in which it meets them. */
class Palette {
  readonly colours: number[] = []
  private readonly known = new Int32Array(slots).fill(emptySlot)
  private readonly numbers = new Uint8Array(slots)

  /** `undefined` for the 257th colour. */
  numberOf(colour: number): number | undefined {
    // The top ten bits of the product with 2^32 / golden ratio (Knuth, multiplicative hashing).
    let slot = Math.imul(colour, 0x9e3779b1) >>> 22
    while (this.known[slot] !== colour && this.known[slot] !== emptySlot) slot = (slot + 1) % slots
    if (this.known[slot] === emptySlot) {
      if (this.colours.length === mostColours) return undefined
      this.known[slot] = colour
      this.numbers[slot] = this.colours.length
      this.colours.push(colour)
    }
    return this.numbers[slot]
  }
}
