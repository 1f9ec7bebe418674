import { alignSides } from './alignment.ts'
import type { Gutter } from './gutter.ts'
import { isMeasure, weightOf } from './kinds.ts'
import { median, middleOf, type Segment } from './piece.ts'

/** What speaks for two flows (above zero) and for rows (below zero). */
export interface Verdict {
  /** Sum of all evidence. */
  readonly independence: number
  /** The lines of both sides share their rows, whatever the verdict is. */
  readonly aligned: boolean
}

/**
 * How surely the two sides of a gutter are read one after the other: columns and panes are, the halves of tables, menus
 * and receipts are not.
 */
export function judge(gutter: Gutter): Verdict {
  const left = facing(gutter.left, 'right')
  const right = facing(gutter.right, 'left')
  const { aligned, loose, leftOver } = alignSides(left, right)
  const numbering = isNumbering(right, gutter.right)
  const independence =
    1.5 * Math.max(0, loose - 0.15 * (loose + aligned)) -
    0.5 * Math.min(aligned, 5) +
    Math.min(leftOver, 2) * 1.5 +
    prose(left, right) +
    (hasHeading(left) && hasHeading(right) ? 3 : 0) +
    (hasHeadRoom(left) && hasHeadRoom(right) ? 1 : 0) +
    (hasSizes(left) && hasSizes(right) ? 3 : 0) +
    (numbering ? 6 : 0) -
    (!numbering && share(right, (segment) => isMeasure(segment.text)) > 0.6 ? (3 * aligned) / (aligned + loose) : 0) -
    (repeats(right) ? 2 : 0) -
    (isFlushRight(right) ? 2.5 : 0) +
    gutter.ruled * 3
  return { independence, aligned: loose <= aligned * 0.25 }
}

/** The segments that nothing stands before as seen from the gutter; from top to bottom, as `side` is. */
function facing(side: readonly Segment[], edge: 'left' | 'right'): Segment[] {
  const nearness = (segment: Segment) => (edge === 'left' ? -segment.box.x0 : segment.box.x1)
  return side.filter((segment, index) => {
    const isBehind = (other: Segment | undefined) =>
      other !== undefined && nearness(other) > nearness(segment) && overlaps(segment, other)
    for (let above = index - 1; above >= 0 && isNear(side[above], segment); above--) {
      if (isBehind(side[above])) return false
    }
    for (let below = index + 1; below < side.length && isNear(side[below], segment); below++) {
      if (isBehind(side[below])) return false
    }
    return true
  })
}

function isNear(other: Segment | undefined, segment: Segment): boolean {
  return other !== undefined && Math.abs(middleOf(other.box) - middleOf(segment.box)) < 2 * segment.size
}

function overlaps(segment: Segment, other: Segment): boolean {
  const middle = middleOf(segment.box)
  return middle > other.box.y0 && middle < other.box.y1
}

function prose(left: readonly Segment[], right: readonly Segment[]): number {
  const both = Number(isProse(left)) + Number(isProse(right))
  return [0, 0.5, 5][both] ?? 0
}

/** Long lines of about the same length, one below the other. */
export function isProse(lines: readonly Segment[]): boolean {
  if (lines.length < 2) return false
  const widths = lines.map((line) => line.box.x1 - line.box.x0)
  const widest = Math.max(...widths)
  const full = widths.filter((width) => width > widest * 0.8).length
  return full >= lines.length * 0.5 && median(lines.map((line) => weightOf(line.text))) >= 20
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

/** More room below the first line than between the others. */
function hasHeadRoom(lines: readonly Segment[]): boolean {
  const pitches = lines.slice(1).map((line, index) => middleOf(line.box) - middleOf(lines[index]?.box ?? line.box))
  return pitches.length >= 2 && (pitches[0] ?? 0) > median(pitches.slice(1)) * 1.15
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
  if (edge.length < 4 || side.length < edge.length * 1.5) return false
  const numbers = edge.map((line) => (/^\d{1,6}$/.test(line.text.trim()) ? Number(line.text) : Number.NaN))
  const steps = numbers.slice(1).filter((number, index) => number === (numbers[index] ?? 0) + 1).length
  return steps >= (edge.length - 1) * 0.7
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length
}
