import type { Box } from '../../../protocol/geometry.ts'
import type { Pixels } from '../../imaging/pixels.ts'
import type { Strip } from '../strip.ts'
import { levelBox } from './snippet.ts'

/** A vertical line whose characters were laid side by side. */
export interface Unstacked {
  /** One row of square cells, one a character. */
  readonly pixels: Pixels
  /** Middle of each cell along the strip, 0 at its start, 1 at its end. */
  readonly positions: readonly number[]
}

/** Rows (or columns) `[from, to)`. */
type Span = [from: number, to: number]

/** Steps of the green channel within a row of pixels that count as ink. */
const ink = 48
/** Two blocks of ink are one character while together they are no taller than this many times the ink's width. */
const tallest = 1.1
/** More than these below each other are a rule or a texture, and a row too long for the recogniser. */
const mostCharacters = 250
/** Blank around a character, as a share of the ink's width. */
const blank = 0.12

/**
 * Lays the characters of an upright vertical line (Chinese, Japanese) side by side, so that the recogniser, which
 * reads from left to right, can read them. `strip` runs straight down.
 */
export function unstack(pixels: Pixels, strip: Strip): Unstacked {
  const box = levelBox(pixels, { ...strip, angle: 0, length: strip.thickness, thickness: strip.length })
  const across = inkedColumns(pixels, box)
  const breadth = across[1] - across[0]
  const characters = charactersOf(pixels, { ...box, x0: across[0], x1: across[1] }, breadth * tallest)
  const side = Math.ceil(breadth * (1 + 2 * blank))
  const width = characters.length * side
  const data = filled(width * side, pixels, box)
  const left = Math.round(across[0] - breadth * blank)
  for (const [index, [from, to]] of characters.entries()) {
    const top = Math.round((from + to - side) / 2)
    for (let y = Math.max(from, top); y < Math.min(to, top + side); y++) {
      const [x0, x1] = [Math.max(0, left), Math.min(pixels.width, left + side)]
      const row = pixels.data.subarray((y * pixels.width + x0) * 3, (y * pixels.width + x1) * 3)
      data.set(row, ((y - top) * width + index * side + x0 - left) * 3)
    }
  }
  const height = box.y1 - box.y0
  const positions = characters.map(([from, to]) => Math.min(1, Math.max(0, ((from + to) / 2 - box.y0) / height)))
  return { pixels: { data, width, height: side }, positions }
}

/** The ground's colour, taken from the corner of the line. */
function filled(count: number, { data, width }: Pixels, { x0, y0 }: Box): Uint8Array {
  const corner = data.subarray((y0 * width + x0) * 3, (y0 * width + x0) * 3 + 3)
  const copy = new Uint8Array(count * 3)
  for (let k = 0; k < copy.length; k += 3) copy.set(corner, k)
  return copy
}

/** Rows of each character: blocks of inked rows, joined while they are no taller than a character. */
function charactersOf(pixels: Pixels, box: Box, most: number): Span[] {
  const characters: Span[] = []
  for (const block of inkedRows(pixels, box)) {
    const last = characters.at(-1)
    if (last && block[1] - last[0] <= most) last[1] = block[1]
    else characters.push(...(block[1] - block[0] > most ? evenly(block, most) : [block]))
  }
  return characters.length > 0 && characters.length <= mostCharacters ? characters : [[box.y0, box.y1]]
}

/** A block without a blank between its characters is cut into equal parts. */
function evenly([from, to]: Span, most: number): Span[] {
  const count = Math.ceil((to - from) / most)
  return Array.from({ length: count }, (_, k) => [
    Math.round(from + ((to - from) * k) / count),
    Math.round(from + ((to - from) * (k + 1)) / count)
  ])
}

function inkedRows({ data, width }: Pixels, { x0, x1, y0, y1 }: Box): Span[] {
  const blocks: Span[] = []
  let open: Span | undefined
  for (let y = y0; y < y1; y++) {
    const inked = contrast(data, (y * width + x0) * 3 + 1, x1 - x0, 3) > ink
    if (!inked) open = undefined
    else if (open) open[1] = y + 1
    else blocks.push((open = [y, y + 1]))
  }
  return blocks
}

/** From the first to the last column with ink; the whole box when there is none. */
function inkedColumns({ data, width }: Pixels, { x0, x1, y0, y1 }: Box): Span {
  const inked: number[] = []
  for (let x = x0; x < x1; x++) {
    if (contrast(data, (y0 * width + x) * 3 + 1, y1 - y0, width * 3) > ink) inked.push(x)
  }
  return [inked[0] ?? x0, (inked.at(-1) ?? x1 - 1) + 1]
}

/** Difference between the brightest and the darkest of `count` values, `step` apart. */
function contrast(data: Uint8Array, from: number, count: number, step: number): number {
  let low = 255
  let high = 0
  for (let k = 0, at = from; k < count; k++, at += step) {
    const value = data[at] as number
    if (value < low) low = value
    if (value > high) high = value
  }
  return high - low
}
