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
const emptySlot = -1
/** Pixels that are looked at together: three words of memory, and one of their indexes. */
const group = 4

/** The picture with a palette, or `undefined` as soon as it shows more than 256 colours. */
export function indexColours({ data, width, height }: Pixels): IndexedPixels | undefined {
  const count = width * height
  const indexes = new Uint8Array(Math.ceil(count / group) * group)
  const groups = new Uint32Array(indexes.buffer)
  const palette = new Palette(mostColours)
  const isWhole = visit(data, {
    pixel: (one, colour) => {
      const number = palette.numberOf(colour)
      indexes[one] = number ?? 0
      return number !== undefined
    },
    repeat: (from, to) => groups.fill(groups[from - 1] ?? 0, from, to)
  })
  return isWhole ? { width, height, indexes: indexes.subarray(0, count), palette: palette.colours } : undefined
}

/** Whether the picture shows at most so many colours. */
export function hasAtMost(most: number, { data }: Pixels): boolean {
  const palette = new Palette(most)
  return visit(data, { pixel: (_, colour) => palette.numberOf(colour) !== undefined })
}

interface Visitor {
  /** False when it has seen enough. */
  readonly pixel: (pixel: number, colour: number) => boolean
  /** Each group from `from` up to `to` is as the one before. */
  readonly repeat?: (from: number, to: number) => void
}

/** Visits pixels until the visitor has seen enough; false when it has. Most of a screen is plain, and passed over. */
function visit(data: Uint8Array, { pixel, repeat }: Visitor): boolean {
  const count = data.length / 3
  const isAligned = data.byteOffset % 4 === 0
  const words = isAligned
    ? new Uint32Array(data.buffer, data.byteOffset, Math.floor(data.length / 4))
    : new Uint32Array(0)
  let one = 0
  while (one * group < count) {
    const end = Math.min((one + 1) * group, count)
    for (let at = one * group; at < end; at += 1) {
      const colour = ((data[at * 3] ?? 0) << 16) | ((data[at * 3 + 1] ?? 0) << 8) | (data[at * 3 + 2] ?? 0)
      if (!pixel(at, colour)) return false
    }
    const next = nextChange(words, one)
    if (next > one + 1) repeat?.(one + 1, next)
    one = next
  }
  return true
}

/** The group behind `one` that differs from it, compared word by word: three times as fast as pixel by pixel. */
function nextChange(words: Uint32Array, one: number): number {
  const first = words[one * 3]
  const second = words[one * 3 + 1]
  const third = words[one * 3 + 2]
  let next = one + 1
  for (let at = next * 3; at + 3 <= words.length; at += 3, next += 1) {
    if (words[at] !== first || words[at + 1] !== second || words[at + 2] !== third) break
  }
  return next
}

/** Numbers colours in the order in which it meets them. */
class Palette {
  readonly colours: number[] = []
  private readonly most: number
  private readonly bits: number
  private readonly known: Int32Array
  private readonly numbers: Uint16Array

  /** The hash table has four times the colours at least, so that few of them collide. */
  constructor(most: number) {
    this.most = most
    this.bits = Math.ceil(Math.log2(most)) + 2
    this.known = new Int32Array(2 ** this.bits).fill(emptySlot)
    this.numbers = new Uint16Array(2 ** this.bits)
  }

  /** `undefined` for one colour too many. */
  numberOf(colour: number): number | undefined {
    // The top bits of the product with 2^32 / golden ratio (Knuth, multiplicative hashing).
    let slot = Math.imul(colour, 0x9e3779b1) >>> (32 - this.bits)
    while (this.known[slot] !== colour && this.known[slot] !== emptySlot) slot = (slot + 1) % this.known.length
    if (this.known[slot] === emptySlot) {
      if (this.colours.length === this.most) return undefined
      this.known[slot] = colour
      this.numbers[slot] = this.colours.length
      this.colours.push(colour)
    }
    return this.numbers[slot]
  }
}
