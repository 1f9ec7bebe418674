import { type Box } from '../engine/protocol/geometry.ts'
import type { Ruling } from '../engine/protocol/reading.ts'
import { boxAround, byPlace, median, middleOf, type Piece, type Row, type Segment } from './piece.ts'

/** Pieces nearer than this times their thickness are parts of one line that the detector took apart. */
const togetherGap = 0.6

interface Placed {
  readonly box: Box
  readonly size: number
  readonly text: string
}

/** Groups what stands side by side; rows from top to bottom, each from left to right. */
export function groupRows<T extends Placed>(items: readonly T[]): T[][] {
  const rows: { middle: number; size: number; items: T[] }[] = []
  for (const item of items.toSorted(byPlace)) {
    const middle = middleOf(item.box)
    const row = rows.slice(-4).findLast((candidate) => fits(candidate, item, middle))
    if (row) {
      row.items.push(item)
      row.middle += (middle - row.middle) / row.items.length
      row.size += (item.size - row.size) / row.items.length
    } else rows.push({ middle, size: item.size, items: [item] })
  }
  rows.sort((a, b) => a.middle - b.middle)
  return rows.map((row) => row.items.toSorted((a, b) => a.box.x0 - b.box.x0 || byPlace(a, b)))
}

function fits(row: { middle: number; size: number; items: readonly Placed[] }, item: Placed, middle: number): boolean {
  if (Math.abs(middle - row.middle) > Math.min(item.size, row.size) * 0.5) return false
  return row.items.every((other) => !covers(other.box, item.box))
}

/** What stands above each other is not on one row, however flat the boxes lie. */
function covers(a: Box, b: Box): boolean {
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
  return shared > Math.min(a.x1 - a.x0, b.x1 - b.x0) * 0.5
}

/** Puts together the pieces of a line that the detector took apart; a vertical ruling keeps them apart. */
export function makeSegments(pieces: readonly Piece[], rulings: readonly Ruling[]): Segment[] {
  const placed = pieces.map((piece) => ({ ...piece, piece, text: piece.line.text }))
  const edges = placed.map((item) => item.box.x0).toSorted((a, b) => a - b)
  return groupRows(placed).flatMap((row) => {
    const groups: (typeof row)[] = []
    for (const item of row) {
      const group = groups.at(-1)
      const before = group?.at(-1)
      if (group && before && isTogether(before, item, rulings) && !isEdge(item, edges)) group.push(item)
      else groups.push([item])
    }
    return groups.map((group) => segmentOf(group.map((item) => item.piece)))
  })
}

function isTogether(left: Placed, right: Placed, rulings: readonly Ruling[]): boolean {
  const size = Math.min(left.size, right.size)
  if (right.box.x0 - left.box.x1 > size * togetherGap) return false
  if (Math.max(left.size, right.size) > size * 1.5) return false
  const middle = middleOf(right.box)
  if (Math.abs(middle - middleOf(left.box)) > size * 0.25) return false
  return !rulings.some(
    (ruling) =>
      ruling.x1 - ruling.x0 <= ruling.y1 - ruling.y0 &&
      ruling.y0 < middle &&
      ruling.y1 > middle &&
      ruling.x0 > left.box.x1 - size * 0.5 &&
      ruling.x0 < right.box.x0 + size * 0.5
  )
}

/** Whether several other pieces begin as far left: a column begins there, however close the one before it comes. */
function isEdge(item: Placed, edges: readonly number[]): boolean {
  const near = edges.filter((x) => Math.abs(x - item.box.x0) < item.size * 1.1)
  return near.length > 3
}

/** One segment of pieces that stand in order. */
export function segmentOf(pieces: readonly Piece[]): Segment {
  return {
    pieces,
    box: boxAround(pieces.map((piece) => piece.box)),
    size: median(pieces.map((piece) => piece.size)),
    text: pieces.map((piece) => piece.line.text).join(' ')
  }
}

/** All segments of rows, row after row. */
export function boxOfRow(row: Row): Box {
  return boxAround(row.map((segment) => segment.box))
}
