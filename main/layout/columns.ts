import type { Box } from '../engine/protocol/geometry.ts'
import type { Ruling } from '../engine/protocol/reading.ts'
import { isFlat } from './gutter.ts'
import { boxAround, median, type Row } from './piece.ts'
import { boxOfRow } from './rows.ts'

/** The share of rows that may reach across a separator: headings that span columns, notes below a table. */
const mostCrossing = 0.12

/** The columns of a grid from left to right, at least one. */
export function findColumns(rows: readonly Row[], rulings: readonly Ruling[]): Box[] {
  if (rows.length === 0) return [{ x0: 0, y0: 0, x1: 1, y1: 1 }]
  const all = boxAround(rows.map(boxOfRow))
  const drawn = drawnSeparators(all, rulings)
  const separators = drawn.length > 0 ? drawn : blankSeparators(rows)
  const edges = [all.x0, ...separators, all.x1]
  return edges.slice(1).map((x1, index) => ({ ...all, x0: edges[index] ?? all.x0, x1 }))
}

/** Vertical rules that run along most of the text and part it. */
function drawnSeparators(all: Box, rulings: readonly Ruling[]): number[] {
  const places = rulings
    .filter((ruling) => !isFlat(ruling) && ruling.y1 - ruling.y0 > (all.y1 - all.y0) * 0.6)
    .map((ruling) => (ruling.x0 + ruling.x1) / 2)
    .filter((x) => x > all.x0 && x < all.x1)
    .toSorted((a, b) => a - b)
  return places.filter((x, index) => index === 0 || x - (places[index - 1] ?? x) > 6)
}

/** Middles of the strips that hardly any row of several texts reaches across. */
function blankSeparators(rows: readonly Row[]): number[] {
  const voters = rows.filter((row) => row.length > 1)
  const size = median(voters.flatMap((row) => row.map((segment) => segment.size)))
  const steps = voters
    .flatMap((row) =>
      row.flatMap(({ box }): [number, number][] => [
        [box.x0, 1],
        [box.x1, -1]
      ])
    )
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const allowed = voters.length * mostCrossing
  const separators: number[] = []
  let covered = 0
  let from = Infinity
  for (const [x, change] of steps) {
    const wasFree = covered <= allowed
    covered += change
    const isFree = covered <= allowed
    if (!wasFree && isFree) from = x
    if (wasFree && !isFree && x - from > size * 0.4) separators.push((from + x) / 2)
  }
  return separators
}
