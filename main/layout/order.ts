import type { Reading, ReadLine, Ruling } from '../engine/protocol/reading.ts'
import { independence } from './flow.ts'
import { findGutters, type Gutter } from './gutter.ts'
import { type Block, boxAround, byPlace, median, middleOf, type Row, type Segment } from './piece.ts'
import { groupRows, makeSegments, segmentOf } from './rows.ts'
import { makeUpright } from './upright.ts'

/** The lines of a reading in the order in which a person reads them. */
export function orderLines(reading: Reading): ReadLine[] {
  return orderBlocks(reading).flatMap((block) =>
    block.rows.flatMap((row) => row.flatMap((segment) => segment.pieces.map((piece) => piece.line)))
  )
}

/** The flows of text of a reading, in reading order. */
export function orderBlocks(reading: Reading): Block[] {
  const page = makeUpright(reading)
  const segments = makeSegments(page.pieces, page.rulings)
  const aside = page.askew.map((piece) => segmentOf([piece])).toSorted(byPlace)
  return [...cut(segments, page.rulings), ...aside.map((segment) => ({ rows: [[segment]] }))]
}

/** Takes a region apart at its best gutter or valley, and each part again. */
function cut(segments: readonly Segment[], rulings: readonly Ruling[]): Block[] {
  if (segments.length === 0) return []
  const rows = groupRows(segments)
  if (rows.length === 1) return [{ rows }]
  const gutter = bestGutter(segments, rulings)
  if (!gutter) return [{ rows }]
  const valley = sectionValley(gutter)
  if (valley !== undefined) {
    const [above, below] = partition(segments, (segment) => middleOf(segment.box) < valley)
    return [...cut(above, rulings), ...cut(below, rulings)]
  }
  const [above, rest] = partition(segments, (segment) => middleOf(segment.box) <= gutter.y0)
  const [beside, below] = partition(rest, (segment) => middleOf(segment.box) < gutter.y1)
  const middle = (gutter.x0 + gutter.x1) / 2
  const [left, right] = partition(beside, (segment) => (segment.box.x0 + segment.box.x1) / 2 < middle)
  return [above, left, right, below].flatMap((part) => cut(part, rulings))
}

/** The highest strip whose sides are separate flows. */
function bestGutter(segments: readonly Segment[], rulings: readonly Ruling[]): Gutter | undefined {
  const gutters = findGutters(segments, rulings)
    .filter((gutter) => gutter.left.length + gutter.right.length > 2)
    .toSorted((a, b) => b.y1 - b.y0 - (a.y1 - a.y0) || b.x1 - b.x0 - (a.x1 - a.x0) || a.x0 - b.x0)
  return gutters.find((gutter) => independence(gutter) > 0)
}

/** Where both sides of a gutter start anew on the same height after a wide gap: cards and sections, read one by one. */
function sectionValley(gutter: Gutter): number | undefined {
  const all = [...gutter.left, ...gutter.right]
  const gaps = emptyBands(all)
  const usual = median([...innerGaps(gutter.left), ...innerGaps(gutter.right)])
  const size = median(all.map((segment) => segment.size))
  for (const [from, to] of gaps) {
    if (to - from < usual * 1.5 || to - from < usual + size * 0.4) continue
    const left = startBelow(gutter.left, to, size)
    const right = startBelow(gutter.right, to, size)
    if (left && right) return (from + to) / 2
  }
  return undefined
}

function startBelow(side: readonly Segment[], y: number, size: number): boolean {
  return side.some((segment) => segment.box.y0 >= y - 1e-6 && segment.box.y0 < y + size * 0.3)
}

/** Bands from edge to edge that hold no text, from top to bottom. */
function emptyBands(segments: readonly Segment[]): [number, number][] {
  const sorted = segments.toSorted((a, b) => a.box.y0 - b.box.y0)
  const bands: [number, number][] = []
  let bottom = sorted[0]?.box.y1 ?? 0
  for (const { box } of sorted) {
    if (box.y0 > bottom) bands.push([bottom, box.y0])
    bottom = Math.max(bottom, box.y1)
  }
  return bands
}

function innerGaps(side: readonly Segment[]): number[] {
  const rows = groupRows(side).map((row) => boxAround(row.map((segment) => segment.box)))
  return rows.slice(1).map((box, index) => Math.max(0, box.y0 - (rows[index]?.y1 ?? box.y0)))
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = []
  const no: T[] = []
  for (const item of items) (test(item) ? yes : no).push(item)
  return [yes, no]
}

/** The rows of all blocks, one after the other. */
export function rowsOf(blocks: readonly Block[]): Row[] {
  return blocks.flatMap((block) => [...block.rows])
}
