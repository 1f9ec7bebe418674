import type { LineView } from '../../../../preload/contract/library.ts'
import type { Point } from '../geometry/transform.ts'

/** What is needed of a line to select in it. */
export type LineOnPage = Pick<LineView, 'text' | 'quad' | 'positions' | 'vertical'>

/** A line of text in the picture, measured for selecting in it. */
export interface PageLine {
  readonly text: string
  /** Characters as Unicode counts them. */
  readonly characters: readonly string[]
  /** Middle of each character along the line, 0 to 1. */
  readonly middles: readonly number[]
  /** Where the caret stands before each character and behind the last: one more than there are characters. */
  readonly edges: readonly number[]
  /** The edge where the line begins, and the one where it ends: from the side of the letters' heads to their feet. */
  readonly start: readonly [Point, Point]
  readonly end: readonly [Point, Point]
  /** From the middle of the start edge to that of the end edge, in pixels of the picture. */
  readonly length: number
  /** Thickness in pixels of the picture. */
  readonly size: number
  /** The smallest upright rectangle around it. */
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Lines in reading order. */
export type TextPage = readonly PageLine[]

/** Measures the lines of a reading, which come in reading order. */
export function makePage(lines: readonly LineOnPage[]): TextPage {
  return lines.map(measure)
}

function measure({ text, quad, positions, vertical }: LineOnPage): PageLine {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad
  const across = distance(middle(topLeft, bottomLeft), middle(topRight, bottomRight))
  const down = distance(middle(topLeft, topRight), middle(bottomLeft, bottomRight))
  const isDown = vertical && down >= across
  const characters = Array.from(text)
  // A reading of another version may know no positions: letters of one width are better than none.
  const middles = characters.map((_, index) => positions[index] ?? (index + 0.5) / characters.length)
  const xs = quad.map((corner) => corner[0])
  const ys = quad.map((corner) => corner[1])
  return {
    text,
    characters,
    middles,
    edges: edgesOf(middles),
    start: isDown ? [topRight, topLeft] : [topLeft, bottomLeft],
    end: isDown ? [bottomRight, bottomLeft] : [topRight, bottomRight],
    length: isDown ? down : across,
    size: isDown ? across : down,
    x0: Math.min(...xs),
    y0: Math.min(...ys),
    x1: Math.max(...xs),
    y1: Math.max(...ys)
  }
}

/** Between two characters half way; outside of the first and the last as far as inside, for a quad may hold a sign beside. */
function edgesOf(middles: readonly number[]): number[] {
  const [first, last] = [middles[0], middles.at(-1)]
  if (first === undefined || last === undefined) return [0]
  const inner = middles.slice(1).map((place, index) => (place + (middles[index] ?? place)) / 2)
  if (inner.length === 0) return [0, 1]
  // Narrow letters stand at many ends; half of the usual width is the least that is shown of one.
  const usual = (last - first) / (middles.length - 1) / 2
  const before = Math.max(usual, (inner[0] ?? first) - first)
  const behind = Math.max(usual, last - (inner.at(-1) ?? last))
  return [Math.max(0, first - before), ...inner, Math.min(1, last + behind)]
}

/** The place in the picture at `along` (0 to 1) of the line, on the side of the heads (`side` 0), the feet (1) or between. */
export function placeOn({ start, end }: Pick<PageLine, 'start' | 'end'>, along: number, side: number): Point {
  const head = between(start[0], end[0], along)
  const foot = between(start[1], end[1], along)
  return between(head, foot, side)
}

function between(a: Point, b: Point, part: number): Point {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}

function middle(a: Point, b: Point): Point {
  return between(a, b, 0.5)
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}
