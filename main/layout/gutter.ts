import type { Ruling } from '../engine/protocol/reading.ts'
import { findBanners, findBars, trimBars } from './bars.ts'
import { boxAround, median, middleOf, type Segment } from './piece.ts'

/** A strip without text between two sides. */
export interface Gutter {
  /** Whatever has its middle further left belongs to the left side. */
  readonly x: number
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
  /** What lies left and right of it between `y0` and `y1`. */
  readonly left: readonly Segment[]
  readonly right: readonly Segment[]
  /** The longest vertical ruling in it; empty when there is none. */
  readonly edge: { readonly y0: number; readonly y1: number }
}

/** Narrower strips than this times the text's size are gaps between words. */
const narrowest = 0.5
/** A frame begins at most so many times the text's size before the text in it; what begins further left crosses over. */
const framePadding = 2.5

/** A strip whose sides have not been looked at yet. */
export interface Strip {
  readonly x: number
  readonly y0: number
  readonly y1: number
  /** The least width in pixels; below zero where a ruling is drawn. */
  readonly width: number
}

/** Every strip that may part some of the segments, as high as text and rulings allow; the highest first. */
export function findStrips(segments: readonly Segment[], rulings: readonly Ruling[]): Strip[] {
  const size = median(segments.map((segment) => segment.size))
  const byTop = segments.toSorted((a, b) => a.box.y0 - b.box.y0)
  const across = [
    ...rulings.filter(isFlat),
    ...findBanners(segments).map((box) => ({ ...box, x0: -Infinity, x1: Infinity }))
  ]
  const bars = findBars(segments)
  const strips: Strip[] = []
  for (const seam of [...blankSeams(segments, size), ...drawnSeams(segments, rulings, size)]) {
    for (const stretch of freeStretches(seam, byTop, across, size)) {
      const [y0, y1] = seam.isDrawn ? stretch : trimBars(stretch, seam.x, bars)
      if (y1 - y0 > size) strips.push({ x: seam.x, y0, y1, width: seam.width })
    }
  }
  return strips.toSorted((a, b) => b.y1 - b.y0 - (a.y1 - a.y0) || a.x - b.x)
}

/** A vertical line that may lie in a gutter of at least `width` pixels. */
interface Seam {
  readonly x: number
  readonly y0: number
  readonly y1: number
  readonly width: number
  readonly isDrawn: boolean
}

/** A gutter that is as high as it can be touches the left edge of some text. */
function blankSeams(segments: readonly Segment[], size: number): Seam[] {
  const width = size * narrowest
  const { y0, y1 } = boxAround(segments.map((segment) => segment.box))
  const seams: Seam[] = []
  for (const x of segments.map((segment) => segment.box.x0 - width / 2).toSorted((a, b) => a - b)) {
    const last = seams.at(-1)
    if (last === undefined || x - last.x >= Math.max(size * 0.5, 1e-6)) seams.push({ x, y0, y1, width, isDrawn: false })
  }
  return seams
}

/** A drawn edge is a gutter however close the text stands to it. */
function drawnSeams(segments: readonly Segment[], rulings: readonly Ruling[], size: number): Seam[] {
  const { x0, x1, y0, y1 } = boxAround(segments.map((segment) => segment.box))
  return rulings
    .filter((ruling) => !isFlat(ruling) && ruling.x0 > x0 && ruling.x1 < x1)
    .map((ruling) => ({
      x: (ruling.x0 + ruling.x1) / 2,
      y0: Math.max(y0, ruling.y0),
      y1: Math.min(y1, ruling.y1),
      width: -size * 0.3,
      isDrawn: true
    }))
    .filter((seam) => seam.y1 - seam.y0 > size * 2)
}

/** Stretches of a seam that no text and no horizontal ruling crosses. */
function freeStretches(
  { x, y0: top, y1: bottom, width }: Seam,
  byTop: readonly Segment[],
  across: readonly Ruling[],
  size: number
): [number, number][] {
  const inset = width * 0.45
  const blocks = byTop
    .filter(({ box, size: own }) => {
      // Detectors draw the ends of long lines too far out now and then.
      const slack = box.x1 - box.x0 > own * 10 ? own : 0
      return box.x0 + slack < x + inset && box.x1 - slack > x - inset
    })
    .map(({ box }): [number, number] => [box.y0, box.y1])
  for (const ruling of across)
    if (ruling.x0 < x - size * framePadding && ruling.x1 > x + size) blocks.push([ruling.y0, ruling.y1])
  blocks.sort((a, b) => a[0] - b[0])
  const free: [number, number][] = []
  let from = top
  for (const [y0, y1] of blocks) {
    if (Math.min(y0, bottom) - from > size) free.push([from, Math.min(y0, bottom)])
    from = Math.max(from, y1)
  }
  if (bottom - from > size) free.push([from, bottom])
  return free
}

/** What stands on both sides of a strip; nothing when one of them is empty or the strip too narrow. */
export function openGutter(
  { x, y0, y1, width }: Strip,
  byHeight: readonly Segment[],
  rulings: readonly Ruling[]
): Gutter | undefined {
  const left: Segment[] = []
  const right: Segment[] = []
  for (let index = firstBelow(byHeight, y0); index < byHeight.length; index++) {
    const segment = byHeight[index]
    if (!segment || middleOf(segment.box) >= y1) break
    if ((segment.box.x0 + segment.box.x1) / 2 < x) left.push(segment)
    else right.push(segment)
  }
  if (left.length === 0 || right.length === 0) return undefined
  const x0 = outermost(left.map((segment) => segment.box.x1))
  const x1 = -outermost(right.map((segment) => -segment.box.x0))
  if (x1 - x0 < width) return undefined
  return { x, x0, x1, y0, y1, left, right, edge: longestEdge(x0, x1, y0, y1, rulings) }
}

/** The largest value, or the one after it where there are many: one line may be drawn too long. */
function outermost(values: readonly number[]): number {
  let [first, second] = [-Infinity, -Infinity]
  for (const value of values) {
    if (value > first) [first, second] = [value, first]
    else if (value > second) second = value
  }
  return values.length > 5 ? second : first
}

/** Index of the first segment whose middle lies below `y`. */
function firstBelow(byHeight: readonly Segment[], y: number): number {
  let [low, high] = [0, byHeight.length]
  while (low < high) {
    const half = (low + high) >> 1
    const segment = byHeight[half]
    if (segment && middleOf(segment.box) <= y) low = half + 1
    else high = half
  }
  return low
}

function longestEdge(x0: number, x1: number, y0: number, y1: number, rulings: readonly Ruling[]): Gutter['edge'] {
  let longest = { y0, y1: y0 }
  for (const ruling of rulings) {
    if (isFlat(ruling) || ruling.x0 < x0 - 2 || ruling.x1 > x1 + 2) continue
    const edge = { y0: Math.max(ruling.y0, y0), y1: Math.min(ruling.y1, y1) }
    if (edge.y1 - edge.y0 > longest.y1 - longest.y0) longest = edge
  }
  return longest
}

/** The share of a gutter's height that its longest ruling runs along, 0 to 1. */
export function ruledShare({ y0, y1, edge }: Gutter): number {
  return (edge.y1 - edge.y0) / (y1 - y0)
}

/** Whether a ruling is horizontal. */
export function isFlat(ruling: Ruling): boolean {
  return ruling.x1 - ruling.x0 > ruling.y1 - ruling.y0
}
