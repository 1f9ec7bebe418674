import { alignSides } from './alignment.ts'
import { type Gutter, ruledShare } from './gutter.ts'
import { isMeasure, weightOf } from './kinds.ts'
import { median, middleOf, type Segment } from './piece.ts'

/** Evidence of two columns of prose of six lines or more. */
const mostProse = 5

/** What speaks for two flows (above zero) and for rows (below zero). */
export interface Verdict {
  /** Sum of all evidence. */
  readonly independence: number
  /** The lines of both sides share their rows, whatever the verdict is, and are no long columns of prose. */
  readonly aligned: boolean
}

/**
 * How surely the two sides of a gutter are read one after the other: columns and panes are, the halves of tables, menus
 * and receipts are not. `kin`: lists stand side by side here already, so one more on the same rows is no column of a table.
 */
export function judge(gutter: Gutter, kin: boolean): Verdict {
  const left = facing(gutter.left, 'right')
  const right = facing(gutter.right, 'left')
  const { aligned, loose, leftOver } = alignSides(left, right, gutter.x1 - gutter.x0)
  if (aligned + loose === 0) return { independence: -1, aligned: false }
  const text = prose(left, right)
  const numbering = isNumbering(right, gutter.right)
  const independence =
    1.5 * Math.max(0, loose - 0.15 * (loose + aligned)) -
    (kin ? 0.2 : 0.5) * Math.min(aligned, 5) +
    Math.min(leftOver, 2) * 1.5 +
    text +
    (hasHeading(left) && hasHeading(right) ? 3 : 0) +
    Math.min(headRoom(left), headRoom(right)) +
    (hasSizes(left) && hasSizes(right) ? 3 : 0) +
    (numbering ? 6 : 0) -
    (isCounting(left) ? 6 : 0) -
    (numbering ? 0 : figures(left, right, aligned / (aligned + loose))) -
    (repeats(right) ? 2 : 0) -
    (isFlushRight(right) ? 2.5 : 0) +
    ruledShare(gutter) * 4
  return { independence, aligned: loose <= aligned * 0.25 && text < mostProse }
}

/** The column of segments next to the gutter, from top to bottom as `side` is. */
function facing(side: readonly Segment[], edge: 'left' | 'right'): Segment[] {
  const visible: Segment[] = []
  const hidden: Segment[] = []
  for (const [index, segment] of side.entries()) (isHidden(side, index, edge) ? hidden : visible).push(segment)
  // What shows below a column that has ended belongs to the next one.
  const behind = mergeSpans(hidden)
  const column = visible.filter(({ box }) => !behind.some(([x0, x1]) => box.x0 < x1 && box.x1 > x0))
  return column.length > Math.max(1, visible.length * 0.2) ? column : visible
}

/** Whether another segment on the same height is nearer to the gutter. */
function isHidden(side: readonly Segment[], index: number, edge: 'left' | 'right'): boolean {
  const segment = side[index]
  if (!segment) return false
  const isBefore = (other: Segment) =>
    (edge === 'left' ? other.box.x0 < segment.box.x0 : other.box.x1 > segment.box.x1) && overlaps(segment, other)
  for (const step of [-1, 1]) {
    for (let next = index + step; ; next += step) {
      const other = side[next]
      if (!other || !isNear(other, segment)) break
      if (isBefore(other)) return true
    }
  }
  return false
}

/** The stretches that some segments cover from left to right. */
function mergeSpans(segments: readonly Segment[]): [number, number][] {
  const spans: [number, number][] = []
  for (const { box } of segments.toSorted((a, b) => a.box.x0 - b.box.x0)) {
    const last = spans.at(-1)
    if (last && box.x0 <= last[1]) last[1] = Math.max(last[1], box.x1)
    else spans.push([box.x0, box.x1])
  }
  return spans
}

function isNear(other: Segment, segment: Segment): boolean {
  return Math.abs(middleOf(other.box) - middleOf(segment.box)) < 2 * segment.size
}

function overlaps(segment: Segment, other: Segment): boolean {
  const middle = middleOf(segment.box)
  return middle > other.box.y0 && middle < other.box.y1
}

/** Figures belong to the labels on their rows; nothing but figures on both sides is a chart or the middle of a table. */
function figures(left: readonly Segment[], right: readonly Segment[], alignedShare: number): number {
  const [onLeft, onRight] = [left, right].map((side) => share(side, (segment) => isMeasure(segment.text)))
  if ((onRight ?? 0) <= 0.6) return 0
  return (onLeft ?? 0) > 0.8 && (onRight ?? 0) > 0.8 ? 8 : 3 * alignedShare
}

/** Two paragraphs side by side; few lines prove little. */
function prose(left: readonly Segment[], right: readonly Segment[]): number {
  if (!isProse(left) || !isProse(right)) return isProse(left) || isProse(right) ? 0.5 : 0
  return Math.min(mostProse, Math.min(left.length, right.length) - 1)
}

/** Long lines of about the same length, one below the other, many of which go on in the middle of a sentence. */
function isProse(lines: readonly Segment[]): boolean {
  if (lines.length < 2 || median(lines.map((line) => weightOf(line.text))) < 20) return false
  const widths = lines.map((line) => line.box.x1 - line.box.x0)
  const widest = Math.max(...widths)
  const full = share(widths, (width) => width > widest * 0.8)
  // Small letters, and letters of scripts that have no capitals.
  const goesOn = share(lines.slice(1), (line) => /^[\p{Ll}\p{Lo}]/u.test(line.text))
  return full >= 0.4 && goesOn >= 0.3
}

/** A list below a heading: its entries stand further in, on one edge. A table has no such heading. */
function hasHeading(lines: readonly Segment[]): boolean {
  const [first] = lines
  if (!first || lines.length < 3) return false
  const entries = lines.filter((line) => line.box.x0 > first.box.x0 + first.size * 0.6)
  const headings = lines.length - entries.length
  const edge = median(entries.map((line) => line.box.x0))
  const flush = entries.filter((line) => Math.abs(line.box.x0 - edge) < line.size * 0.4).length
  return entries.length >= headings * 1.5 && flush >= entries.length * 0.8
}

/** More room below the first line than between the others, and larger letters: a heading, 0 to 3. */
function headRoom(lines: readonly Segment[]): number {
  const pitches = lines.slice(1).map((line, index) => middleOf(line.box) - middleOf(lines[index]?.box ?? line.box))
  if (pitches.length < 2) return 0
  const [first = 0, ...rest] = pitches
  const usual = median(rest)
  const room = first / usual - 1
  if (room > 0.7 || rest.some((pitch) => Math.abs(pitch - usual) > usual * 0.2)) return 0
  const growth = (lines[0]?.size ?? 0) / median(lines.slice(1).map((line) => line.size)) - 1
  return room < 0.08 ? 0 : Math.min(3, room * 6 + Math.max(0, growth) * 6)
}

/** Ragged on the left and even on the right: values that belong to the labels before them. */
function isFlushRight(lines: readonly Segment[]): boolean {
  if (lines.length < 3) return false
  const size = median(lines.map((line) => line.size))
  return spread(lines.map((line) => line.box.x1)) < size * 0.6 && spread(lines.map((line) => line.box.x0)) > size * 1.5
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}

/** Small and large letters below each other, as on a card. The rows of a table are of one size. */
function hasSizes(lines: readonly Segment[]): boolean {
  const sizes = lines.map((line) => line.size)
  return lines.length >= 2 && Math.max(...sizes) > Math.min(...sizes) * 1.45
}

/** The same few words again and again: the column of a table. */
function repeats(lines: readonly Segment[]): boolean {
  return lines.length >= 4 && new Set(lines.map((line) => line.text)).size <= lines.length * 0.6
}

/** 1, 2, 3 down the left edge with text beside it: the line numbers of an editor start a pane. */
function isNumbering(edge: readonly Segment[], side: readonly Segment[]): boolean {
  return edge.length >= 4 && side.length >= edge.length * 1.5 && isCounting(edge)
}

/** Whole numbers that go up by one from line to line, a few misread ones apart. */
function isCounting(lines: readonly Segment[]): boolean {
  const numbers = lines.map((line) => (/^\d{1,6}$/.test(line.text.trim()) ? Number(line.text) : Number.NaN))
  const steps = numbers.slice(1).filter((number, index) => number === (numbers[index] ?? 0) + 1).length
  return lines.length >= 2 && steps >= (lines.length - 1) * 0.7
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length
}
