import type { Box } from '../engine/protocol/geometry.ts'
import type { ReadLine } from '../engine/protocol/reading.ts'

/** One line of the reader, turned upright: `box` has text running to the right and lines following downwards. */
export interface Piece {
  readonly line: ReadLine
  readonly box: Box
  /** Where positions 0 and 1 of the line lie, in pixels from the left: tick boxes are outside of `box`, but inside here. */
  readonly ends: readonly [number, number]
  /** Thickness of the line in pixels: the height of its letters and what the detector adds around them. */
  readonly size: number
}

/** Pieces that stand so close on one row that nobody would read anything between them. */
export interface Segment {
  readonly pieces: readonly Piece[]
  readonly box: Box
  readonly size: number
  readonly text: string
}

/** Segments side by side, from left to right: one visual line. */
export type Row = readonly Segment[]

/** Rows from top to bottom that belong to one flow of text: a column, a pane, a table. */
export interface Block {
  readonly rows: readonly Row[]
}

/** The smallest box around all of `boxes`, which must not be empty. */
export function boxAround(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0)
    y0 = Math.min(y0, box.y0)
    x1 = Math.max(x1, box.x1)
    y1 = Math.max(y1, box.y1)
  }
  return { x0, y0, x1, y1 }
}

/** Middle of a box from top to bottom. */
export function middleOf(box: Box): number {
  return (box.y0 + box.y1) / 2
}

/** The middle one of `values` by size; `fallback` when there are none. */
export function median(values: readonly number[], fallback = 0): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? fallback
}

/** Sorts from top to bottom, then from left to right, then by text, so that no order of the input shows through. */
export function byPlace(a: { box: Box; text: string }, b: { box: Box; text: string }): number {
  return middleOf(a.box) - middleOf(b.box) || a.box.x0 - b.box.x0 || a.box.x1 - b.box.x1 || compareText(a.text, b.text)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
