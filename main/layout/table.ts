import type { Box } from '../engine/protocol/geometry.ts'
import type { Reading, Ruling } from '../engine/protocol/reading.ts'
import { findColumns } from './columns.ts'
import { isFlat } from './gutter.ts'
import { joinWrapped } from './join.ts'
import { boxAround, median, middleOf, type Row, type Segment } from './piece.ts'
import { boxOfRow, groupRows, makeSegments } from './rows.ts'
import { textOfSegment } from './rowText.ts'
import { makeUpright } from './upright.ts'

/** One cell; empty when nothing stands there. */
export interface Cell {
  readonly text: string
  /** How many columns it takes, 1 or more. */
  readonly span: number
}

/** A grid: the spans of every row add up to `columns`. */
export interface Table {
  readonly columns: number
  readonly rows: readonly (readonly Cell[])[]
}

/** Reads the whole picture as one grid. */
export function readTable(reading: Reading): Table {
  const page = makeUpright(reading)
  const segments = makeSegments([...page.pieces, ...page.askew], page.rulings)
  const rows = groupRows(segments)
  const columns = filledColumns(findColumns(rows, page.rulings), segments)
  const grid = rows.map((row) => placeRow(row, columns))
  return { columns: columns.length, rows: mergeWrapped(rows, grid, page.rulings).map(cellsOf) }
}

/** Leaves out what lies between the frame of a table and the edge of the text around it. */
function filledColumns(columns: readonly Box[], segments: readonly Segment[]): Box[] {
  const middles = segments.map(({ box }) => (box.x0 + box.x1) / 2)
  const filled = columns.filter((column) => middles.some((middle) => middle >= column.x0 && middle <= column.x1))
  return filled.length > 0 ? filled : [...columns]
}

interface Placed {
  text: string
  readonly from: number
  readonly to: number
}

/** Puts each segment in the columns that it covers; two in one column are one cell. */
function placeRow(row: Row, columns: readonly Box[]): Placed[] {
  const placed: Placed[] = []
  for (const segment of row) {
    const [from, to] = coveredBy(segment, columns)
    const last = placed.at(-1)
    if (last && from <= last.to) placed[placed.length - 1] = { ...last, text: `${last.text} ${textOfSegment(segment)}` }
    else placed.push({ text: textOfSegment(segment), from, to })
  }
  return placed
}

function coveredBy(segment: Segment, columns: readonly Box[]): [number, number] {
  const shares = columns.map((column) => Math.min(column.x1, segment.box.x1) - Math.max(column.x0, segment.box.x0))
  const best = shares.indexOf(Math.max(...shares))
  const isCovered = (index: number) => (shares[index] ?? 0) > segment.size
  let [from, to] = [best, best]
  while (from > 0 && isCovered(from - 1)) from--
  while (to + 1 < columns.length && isCovered(to + 1)) to++
  return [from, to]
}

/** Lines of one cell that were wrapped become one: nothing is drawn between them, or they stand closer than rows do. */
function mergeWrapped(rows: readonly Row[], grid: readonly Placed[][], rulings: readonly Ruling[]): Placed[][] {
  const boxes = rows.map(boxOfRow)
  const all = boxAround(boxes)
  const lines = rulings.filter((ruling) => isFlat(ruling) && ruling.x1 - ruling.x0 > (all.x1 - all.x0) * 0.5)
  const gaps = boxes.slice(1).map((box, index) => middleOf(box) - middleOf(boxes[index] ?? box))
  const usual = median(gaps)
  const merged: Placed[][] = []
  for (const [index, cells] of grid.entries()) {
    const [above, below] = [boxes[index - 1], boxes[index]]
    const last = merged.at(-1)
    const ruled = lines.filter((line) => inside(line, all)).length >= 3
    const wrapped =
      above &&
      below &&
      last &&
      (ruled ? !isParted(above, below, lines) : isClose(gaps[index - 1], usual) && fits(cells, last))
    if (wrapped && inTable(lines, below)) addTo(last, cells)
    else merged.push(cells.map((cell) => ({ ...cell })))
  }
  return merged
}

function inside(line: Ruling, box: Box): boolean {
  return line.y0 > box.y0 && line.y1 < box.y1
}

function isParted(above: Box, below: Box, lines: readonly Ruling[]): boolean {
  return lines.some((line) => line.y0 > middleOf(above) && line.y1 < middleOf(below))
}

/** Between the first and the last rule, or where none are drawn. */
function inTable(lines: readonly Ruling[], box: Box): boolean {
  if (lines.length === 0) return true
  const middle = middleOf(box)
  return lines.some((line) => line.y0 < middle) && lines.some((line) => line.y0 > middle)
}

function isClose(gap: number | undefined, usual: number): boolean {
  return gap !== undefined && gap < usual * 0.75
}

/** A wrapped line adds to cells that have text already, and leaves the first column empty. */
function fits(cells: readonly Placed[], above: readonly Placed[]): boolean {
  return cells.every((cell) => cell.from > 0 && above.some((other) => other.from <= cell.from && other.to >= cell.from))
}

function addTo(row: Placed[], cells: readonly Placed[]): void {
  for (const cell of cells) {
    const index = row.findIndex((other) => other.from <= cell.to && other.to >= cell.from)
    const other = row[index]
    if (other) row[index] = { ...other, text: joinWrapped(other.text, cell.text) }
    else row.push(cell)
  }
  row.sort((a, b) => a.from - b.from)
}

function cellsOf(placed: readonly Placed[], _index: number, rows: readonly Placed[][]): Cell[] {
  const columns = Math.max(...rows.flat().map((cell) => cell.to)) + 1
  const cells: Cell[] = []
  let next = 0
  for (const { text, from, to } of placed) {
    for (; next < from; next++) cells.push({ text: '', span: 1 })
    cells.push({ text, span: to - from + 1 })
    next = to + 1
  }
  for (; next < columns; next++) cells.push({ text: '', span: 1 })
  return cells
}
