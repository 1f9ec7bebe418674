import type { Pixels } from '../../imaging/pixels.ts'
import type { Strip } from '../strip.ts'
import { levelBox } from './snippet.ts'

/** A vertical line whose characters were laid side by side. */
export interface Unstacked {
  /** Square cells of the strip's thickness, one a character. */
  readonly pixels: Pixels
  /** Middle of each cell along the strip, 0 at its start, 1 at its end. */
  readonly positions: readonly number[]
}

/** Steps of the green channel within a row of pixels that count as ink. */
const ink = 48
/** Two blocks of ink are one character while together they are no taller than this many thicknesses. */
const tallest = 1.12

/**
 * Lays the characters of an upright vertical line (Chinese, Japanese) side by side, so that the recogniser, which
 * reads from left to right, can read them. `strip` is level and tall.
 */
export function unstack(pixels: Pixels, strip: Strip): Unstacked {
  const box = levelBox(pixels, { ...strip, angle: 0, length: strip.thickness, thickness: strip.length })
  const cells = charactersOf(pixels, box)
  const side = box.x1 - box.x0
  const width = cells.length * side
  const data = new Uint8Array(width * side * 3)
  const height = box.y1 - box.y0
  for (const [index, [from, to]] of cells.entries()) {
    const top = Math.round((from + to) / 2 - side / 2)
    for (let y = 0; y < side; y++) {
      const row = Math.min(box.y1 - 1, Math.max(box.y0, top + y))
      const inside = row >= from - side * 0.1 && row < to + side * 0.1
      const source = ((inside ? row : from) * pixels.width + box.x0) * 3
      const target = (y * width + index * side) * 3
      if (inside) data.set(pixels.data.subarray(source, source + side * 3), target)
      else fillWith(data, target, side, pixels, (box.y0 * pixels.width + box.x0) * 3)
    }
  }
  const positions = cells.map(([from, to]) => Math.min(1, Math.max(0, ((from + to) / 2 - box.y0) / height)))
  return { pixels: { data, width, height: side }, positions }
}

function fillWith(data: Uint8Array, target: number, count: number, { data: source }: Pixels, from: number): void {
  for (let k = 0; k < count; k++) {
    for (let channel = 0; channel < 3; channel++) data[target + k * 3 + channel] = source[from + channel] as number
  }
}

/** Rows `[from, to)` of each character: blocks of inked rows, joined while they fit a square. */
function charactersOf(pixels: Pixels, box: { x0: number; y0: number; x1: number; y1: number }): [number, number][] {
  const most = (box.x1 - box.x0) * tallest
  const characters: [number, number][] = []
  for (const block of blocksOf(pixels, box)) {
    const last = characters.at(-1)
    if (last && block[1] - last[0] <= most) last[1] = block[1]
    else characters.push(...(block[1] - block[0] > most ? evenly(block, most) : [block]))
  }
  return characters.length > 0 ? characters : [[box.y0, box.y1]]
}

/** A block without a blank between its characters is cut into equal parts. */
function evenly([from, to]: readonly [number, number], most: number): [number, number][] {
  const count = Math.ceil((to - from) / most)
  return Array.from({ length: count }, (_, k) => [
    Math.round(from + ((to - from) * k) / count),
    Math.round(from + ((to - from) * (k + 1)) / count)
  ])
}

function blocksOf(
  { data, width }: Pixels,
  box: { x0: number; y0: number; x1: number; y1: number }
): [number, number][] {
  const blocks: [number, number][] = []
  let open = false
  for (let y = box.y0; y < box.y1; y++) {
    let low = 255
    let high = 0
    for (let index = (y * width + box.x0) * 3 + 1; index < (y * width + box.x1) * 3; index += 3) {
      const value = data[index] as number
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    if (high - low > ink && open) (blocks.at(-1) as [number, number])[1] = y + 1
    else if (high - low > ink) blocks.push([y, y + 1])
    open = high - low > ink
  }
  return blocks
}
