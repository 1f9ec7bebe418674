import type { Point } from '../../../engine/protocol/geometry.ts'
import type { Reading, ReadLine } from '../../../engine/protocol/reading.ts'
import { orderLines } from '../../../layout/layout.ts'
import { advance } from './font.ts'

export interface PageSize {
  /** Points of 1/72 inch. */
  readonly width: number
  readonly height: number
}

/** Operators that lay each line of a reading, unseen, over its place in the picture; lines come in reading order. */
export function readingLayer(reading: Reading, page: PageSize): string {
  const lines = orderLines(reading).map((line) => lineOperators(line, reading, page))
  return layer(lines)
}

/** Operators that lay lines of a text, unseen, over the whole page, for text that has no place in the picture. */
export function textLayer(text: string, page: PageSize): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const height = page.height / Math.max(1, lines.length)
  const placed = lines.map((line, index) => {
    const y = page.height - (index + 1) * height
    return show(line, { start: [0, y], end: [page.width, y], size: height })
  })
  return layer(placed)
}

/** `3 Tr` is text that is neither filled nor stroked. */
function layer(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `BT 3 Tr\n${lines.join('')}ET\n`
}

function lineOperators(line: ReadLine, reading: Reading, page: PageSize): string {
  const toPage = ([x, y]: Point): Point => [
    (x / reading.width) * page.width,
    page.height - (y / reading.height) * page.height
  ]
  const [topLeft, topRight, bottomRight, bottomLeft] = line.quad
  // The base of the letters; a vertical line is laid along its left edge, from top to bottom.
  const [start, end, side] = line.vertical ? [topLeft, bottomLeft, topRight] : [bottomLeft, bottomRight, topLeft]
  const size = distance(toPage(start), toPage(side))
  return show(line.text, { start: toPage(start), end: toPage(end), size })
}

interface Place {
  readonly start: Point
  readonly end: Point
  /** Height of the line. */
  readonly size: number
}

/** One line, stretched from the start to the end of its base. */
function show(text: string, { start, end, size }: Place): string {
  const units = text.toWellFormed()
  const length = distance(start, end)
  if (units === '' || length === 0 || size === 0) return ''
  const [cosine, sine] = [(end[0] - start[0]) / length, (end[1] - start[1]) / length]
  const natural = (units.length * size * advance) / 1000
  const matrix = [cosine, sine, -sine, cosine, ...start].map(decimal).join(' ')
  const stretch = decimal((100 * length) / natural)
  return `/F ${decimal(size)} Tf ${stretch} Tz ${matrix} Tm <${hexOf(units)}> Tj\n`
}

function distance([x0, y0]: Point, [x1, y1]: Point): number {
  return Math.hypot(x1 - x0, y1 - y0)
}

/** PDF knows no exponents. */
function decimal(value: number): string {
  return String(Number(value.toFixed(4)))
}

/** UTF-16, big end first, as the codes of the blank font. */
function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}
