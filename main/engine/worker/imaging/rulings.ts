import type { Ruling } from '../../protocol/reading.ts'
import type { Pixels } from './pixels.ts'

/** Sum over red, green and blue: dividers of interfaces differ from their ground by 15 to 130, JPEG noise by less. */
const leastStep = 15
/** The same sum along a ruling and along the ground beside it: text and photographs vary by more. */
const mostDrift = 12
/** Where another line crosses, a ruling is interrupted for so many looks at it at most. */
const mostMisses = 2
/** The share of looks that must find the ruling: a row of block letters has gaps. */
const leastHits = 0.85
/** Both edges of one drawn line lie at most this far apart, in pixels. */
const thickest = 6
/** More than this is a chart or a photograph of a grid; the longest are kept. */
const mostRulings = 300

/** A straight stretch of colour steps: on row or column `at`, from `from` to `to`. */
interface Stretch {
  readonly at: number
  readonly from: number
  readonly to: number
}

/**
 * Long straight lines and edges between flat areas: table rules, borders, the seams of panes. Horizontal and vertical
 * ones only, the longest first, 300 at most.
 */
export function findRulings(pixels: Pixels): Ruling[] {
  const step = Math.max(pixels.width, pixels.height) > 2400 ? 8 : 4
  const shortest = Math.max(48, Math.max(pixels.width, pixels.height) * 0.03)
  const flat = mergeEdges(horizontalStretches(pixels, step, shortest))
  const upright = mergeEdges(verticalStretches(pixels, step, shortest))
  const rulings = [
    ...flat.map(({ from, to, at0, at1 }): Ruling => ({ x0: from, y0: at0, x1: to, y1: at1 })),
    ...upright.map(({ from, to, at0, at1 }): Ruling => ({ x0: at0, y0: from, x1: at1, y1: to }))
  ]
  return rulings.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, mostRulings)
}

function lengthOf(ruling: Ruling): number {
  return Math.max(ruling.x1 - ruling.x0, ruling.y1 - ruling.y0)
}

/** Rows that differ from the row above by one colour over a long way. Looks at every `step`-th pixel of each row. */
function horizontalStretches({ data, width, height }: Pixels, step: number, shortest: number): Stretch[] {
  const found: Stretch[] = []
  const pitch = width * 3
  const longestBreak = step * mostMisses
  for (let y = 1; y < height; y++) {
    let from = -1
    let to = 0
    let hits = 0
    let colour = 0
    let ground = 0
    for (let x = 0, i = y * pitch; x < width; x += step, i += step * 3) {
      const here = (data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0)
      const j = i - pitch
      const above = (data[j] ?? 0) + (data[j + 1] ?? 0) + (data[j + 2] ?? 0)
      if (here - above < leastStep && above - here < leastStep) continue
      const goesOn = Math.abs(here - colour) <= mostDrift && Math.abs(above - ground) <= mostDrift
      if (from < 0 || x - to > longestBreak || !goesOn) {
        if (from >= 0 && to - from >= shortest && isDense(hits, to - from, step)) found.push({ at: y, from, to })
        from = x
        hits = 0
      }
      to = x
      hits++
      colour = here
      ground = above
    }
    if (from >= 0 && to - from >= shortest && isDense(hits, to - from, step)) found.push({ at: y, from, to })
  }
  return found
}

/** Columns that differ from the column before by one colour over a long way. Looks at every `step`-th row. */
function verticalStretches({ data, width, height }: Pixels, step: number, shortest: number): Stretch[] {
  const found: Stretch[] = []
  const longestBreak = step * mostMisses
  const from = new Int32Array(width).fill(-1)
  const to = new Int32Array(width)
  const hits = new Int32Array(width)
  const colour = new Int16Array(width)
  const ground = new Int16Array(width)
  for (let y = 0; y < height; y += step) {
    let before = 0
    for (let x = 0, i = y * width * 3; x < width; x++, i += 3) {
      const here = (data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0)
      const left = before
      before = here
      if (x === 0 || (here - left < leastStep && left - here < leastStep)) continue
      const start = from[x] ?? -1
      const end = to[x] ?? 0
      const goesOn = Math.abs(here - (colour[x] ?? 0)) <= mostDrift && Math.abs(left - (ground[x] ?? 0)) <= mostDrift
      if (start < 0 || y - end > longestBreak || !goesOn) {
        if (start >= 0 && end - start >= shortest && isDense(hits[x] ?? 0, end - start, step)) {
          found.push({ at: x, from: start, to: end })
        }
        from[x] = y
        hits[x] = 0
      }
      hits[x] = (hits[x] ?? 0) + 1
      to[x] = y
      colour[x] = here
      ground[x] = left
    }
  }
  for (const [x, start] of from.entries()) {
    const end = to[x] ?? 0
    if (start >= 0 && end - start >= shortest && isDense(hits[x] ?? 0, end - start, step)) {
      found.push({ at: x, from: start, to: end })
    }
  }
  return found.toSorted((a, b) => a.at - b.at || a.from - b.from)
}

function isDense(hits: number, length: number, step: number): boolean {
  return hits >= (length / step + 1) * leastHits
}

interface MergedStretch {
  readonly at0: number
  at1: number
  from: number
  to: number
}

/** The two edges of a drawn line are one ruling. `stretches` are sorted by `at`. */
function mergeEdges(stretches: readonly Stretch[]): MergedStretch[] {
  const merged: MergedStretch[] = []
  let first = 0
  for (const { at, from, to } of stretches) {
    while (first < merged.length && at - (merged[first]?.at0 ?? at) > thickest) first++
    const twin = merged.slice(first).find((other) => at - other.at1 <= thickest && overlap(other, from, to) > 0.8)
    if (twin) {
      twin.at1 = at
      twin.from = Math.min(twin.from, from)
      twin.to = Math.max(twin.to, to)
    } else merged.push({ at0: at, at1: at, from, to })
  }
  return merged
}

function overlap(a: { from: number; to: number }, from: number, to: number): number {
  return (Math.min(a.to, to) - Math.max(a.from, from)) / Math.min(a.to - a.from, to - from)
}
