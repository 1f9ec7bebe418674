import type { Point } from '../geometry/transform.ts'
import { type PageLine, placeOn, type TextPage } from './page.ts'

/** A place between two characters. */
export interface Caret {
  /** Index of the line in reading order. */
  readonly line: number
  /** Characters of the line before the caret. */
  readonly index: number
}

/** Where a point of the picture lies to a line, in pixels of the picture. */
export interface Located {
  /** From its beginning in the direction of reading; negative before it. */
  readonly along: number
  /** From its middle to either side. */
  readonly across: number
}

export function locate(line: PageLine, point: Point): Located {
  const origin = placeOn(line, 0, 0.5)
  const target = placeOn(line, 1, 0.5)
  const length = Math.max(line.length, 1e-6)
  const [ux, uy] = [(target[0] - origin[0]) / length, (target[1] - origin[1]) / length]
  const [dx, dy] = [point[0] - origin[0], point[1] - origin[1]]
  return { along: dx * ux + dy * uy, across: Math.abs(dy * ux - dx * uy) }
}

/** Beside a line one looks further than above or below it: the end of a short line is meant by what stands to its right. */
const steepness = 3

/** How far outside of a line a point lies, in pixels; 0 within. */
function outsideOf(line: PageLine, { along, across }: Located): number {
  const beyond = Math.max(0, -along, along - line.length)
  const aside = Math.max(0, across - line.size / 2)
  return Math.hypot(beyond, aside * steepness)
}

/** The line under a point of the picture, or within `slack` pixels of it; undefined when there is none. */
export function lineAt(page: TextPage, point: Point, slack = 0): number | undefined {
  let found: number | undefined
  let least = Infinity
  for (const [index, line] of page.entries()) {
    const [x, y] = point
    if (x < line.x0 - slack || x > line.x1 + slack || y < line.y0 - slack || y > line.y1 + slack) continue
    const outside = outsideOf(line, locate(line, point))
    // Where boxes overlap the thinner line is meant: a letter within a headline's box.
    const rank = outside + line.size * 1e-6
    if (outside <= slack * steepness && rank < least) {
      least = rank
      found = index
    }
  }
  return found
}

/** The caret that is nearest to a point of the picture; undefined on a page without text. */
export function caretAt(page: TextPage, point: Point): Caret | undefined {
  let found: Caret | undefined
  let least = Infinity
  for (const [index, line] of page.entries()) {
    const located = locate(line, point)
    const outside = outsideOf(line, located)
    if (outside < least) {
      least = outside
      found = { line: index, index: countBefore(line.middles, partOf(line, located)) }
    }
  }
  return found
}

/** The character under a point of the picture, or the nearest; undefined on a page without text. */
export function characterAt(page: TextPage, point: Point): Caret | undefined {
  const caret = caretAt(page, point)
  const line = caret && page[caret.line]
  if (caret === undefined || line === undefined) return undefined
  const along = partOf(line, locate(line, point))
  const before = along < (line.edges[caret.index] ?? 0) ? caret.index - 1 : caret.index
  return { line: caret.line, index: Math.max(0, Math.min(before, line.characters.length - 1)) }
}

/** 0 at the beginning of the line, 1 at its end. */
function partOf(line: PageLine, { along }: Located): number {
  return along / Math.max(line.length, 1e-6)
}

/** How many places are smaller; `middles` never decrease. */
function countBefore(middles: readonly number[], along: number): number {
  let [low, high] = [0, middles.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((middles[half] ?? 1) < along) low = half + 1
    else high = half
  }
  return low
}

/** Negative when `a` comes before `b` in reading order. */
export function compareCarets(a: Caret, b: Caret): number {
  return a.line - b.line || a.index - b.index
}

export type CaretStep = 'back' | 'on' | 'up' | 'down' | 'line-start' | 'line-end' | 'page-start' | 'page-end'

const moves: Record<CaretStep, (page: TextPage, caret: Caret) => Caret> = {
  back: (page, { line, index }) => {
    if (index > 0) return { line, index: index - 1 }
    return line > 0 ? { line: line - 1, index: lengthOf(page, line - 1) } : { line, index }
  },
  on: (page, { line, index }) => {
    if (index < lengthOf(page, line)) return { line, index: index + 1 }
    return line < page.length - 1 ? { line: line + 1, index: 0 } : { line, index }
  },
  up: (page, caret) => beside(page, caret, caret.line - 1) ?? pageStart,
  down: (page, caret) => beside(page, caret, caret.line + 1) ?? pageEnd(page),
  'line-start': (_, { line }) => ({ line, index: 0 }),
  'line-end': (page, { line }) => ({ line, index: lengthOf(page, line) }),
  'page-start': () => pageStart,
  'page-end': pageEnd
}

/** Where a key takes the caret. */
export function moveCaret(page: TextPage, caret: Caret, step: CaretStep): Caret {
  return moves[step](page, caret)
}

const pageStart: Caret = { line: 0, index: 0 }

function pageEnd(page: TextPage): Caret {
  const line = Math.max(0, page.length - 1)
  return { line, index: lengthOf(page, line) }
}

function lengthOf(page: TextPage, line: number): number {
  return page[line]?.characters.length ?? 0
}

/** The caret of another line that stands where this one stands along its own. */
function beside(page: TextPage, caret: Caret, line: number): Caret | undefined {
  const [from, to] = [page[caret.line], page[line]]
  if (from === undefined || to === undefined) return undefined
  const place = placeOn(from, from.edges[caret.index] ?? 0, 0.5)
  return { line, index: countBefore(to.middles, partOf(to, locate(to, place))) }
}
