import type { Gutter } from './gutter.ts'
import { isMeasure, weightOf } from './kinds.ts'
import { median, middleOf, type Segment } from './piece.ts'

/**
 * How surely the two sides of a gutter are read one after the other: above zero they are separate flows of text (columns,
 * panes), below zero they are the halves of rows (tables, menus, receipts).
 */
export function independence(gutter: Gutter): number {
  const left = facing(gutter.left, 'right')
  const right = facing(gutter.right, 'left')
  return (
    misalignment(left, right) +
    prose(left, right) +
    listsWithHeadings(left, right) +
    (isNumbering(right, gutter.right) ? 6 : 0) -
    (share(right, (segment) => isMeasure(segment.text)) > 0.6 && !isNumbering(right, gutter.right) ? 2 : 0) +
    gutter.ruled * 3
  )
}

/** The segments that nothing stands before as seen from the gutter; from top to bottom. */
function facing(side: readonly Segment[], edge: 'left' | 'right'): Segment[] {
  const near = side.toSorted((a, b) => (edge === 'left' ? a.box.x0 - b.box.x0 : b.box.x1 - a.box.x1))
  const seen: Segment[] = []
  for (const segment of near) {
    const middle = middleOf(segment.box)
    if (seen.every((other) => middle < other.box.y0 || middle > other.box.y1)) seen.push(segment)
  }
  return seen.toSorted((a, b) => middleOf(a.box) - middleOf(b.box))
}

/** Rows share their base lines; two flows do so by chance at most. */
function misalignment(left: readonly Segment[], right: readonly Segment[]): number {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left]
  let aligned = 0
  let next = 0
  for (const segment of few) {
    const middle = middleOf(segment.box)
    while (next + 1 < many.length && distance(many[next + 1], middle) <= distance(many[next], middle)) next++
    const other = many[next]
    if (other && isAligned(segment, other)) aligned++
  }
  return 1.5 * (few.length - aligned) - 0.5 * Math.min(aligned, 8)
}

function distance(segment: Segment | undefined, middle: number): number {
  return segment ? Math.abs(middleOf(segment.box) - middle) : Infinity
}

function isAligned(a: Segment, b: Segment): boolean {
  const slack = Math.min(a.size, b.size) * 0.25
  return Math.abs(middleOf(a.box) - middleOf(b.box)) <= slack || Math.abs(a.box.y1 - b.box.y1) <= slack * 0.7
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

/** Lists below headings on both sides: their entries stand further in than the heading. A table has no such heading. */
function listsWithHeadings(left: readonly Segment[], right: readonly Segment[]): number {
  return hasHeading(left) && hasHeading(right) ? 3 : 0
}

function hasHeading(lines: readonly Segment[]): boolean {
  const [first, ...rest] = lines
  if (!first || rest.length < 2) return false
  return rest.every((line) => line.box.x0 > first.box.x0 + first.size * 0.6)
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
