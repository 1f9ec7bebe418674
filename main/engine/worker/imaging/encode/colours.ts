import type { Size } from '../../../protocol/view.ts'
import { colourOnWhite } from '../on-white.ts'
import { Palette } from '../palette.ts'
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

/** The same of pixels that are a word each, as `readWords` gives them; those that shine through are laid on white. */
export function indexWords(words: Int32Array, { width, height }: Size): IndexedPixels | undefined {
  const indexes = new Uint8Array(words.length)
  const palette = new Palette(mostColours)
  // Other than the first one.
  let last = ~(words[0] ?? 0)
  let number = 0
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0
    if (word !== last) {
      const known = palette.numberOf(colourOnWhite(word))
      if (known === undefined) return undefined
      number = known
      last = word
    }
    indexes[at] = number
  }
  return { width, height, indexes, palette: palette.colours }
}

/** The same of greys, a byte each, which become the indexes. */
export function indexGreys(greys: Uint8Array, { width, height }: Size): IndexedPixels {
  const numbers = new Int16Array(mostColours).fill(-1)
  const palette: number[] = []
  for (let at = 0; at < greys.length; at += 1) {
    const grey = greys[at] ?? 0
    if (numbers[grey] === -1) numbers[grey] = palette.push(grey * 0x01_01_01) - 1
    greys[at] = numbers[grey] ?? 0
  }
  return { width, height, indexes: greys, palette }
}

/** How many colours the picture shows; `undefined` as soon as it is more than `most`. */
export function countColours(most: number, { data }: Pixels): number | undefined {
  const palette = new Palette(most)
  const isWhole = visit(data, { pixel: (_, colour) => palette.numberOf(colour) !== undefined })
  return isWhole ? palette.colours.length : undefined
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
