import { makeTable } from '../parse/make-table.ts'
import { boundNotices } from '../parse/notices.ts'
import { tablesResult } from '../parse/tables.ts'
import type { TableData, TaskResult } from '../result.ts'
import { hasWords, isSameLine } from './line.ts'
import { findSeam } from './seam.ts'
import { mergeAnswers } from './texts.ts'
import { rowsOfTiles, type TileResult } from './tiles.ts'

/** The tables of all tiles; one that goes on in the next tile with the same columns is joined. */
export function mergeTables(results: readonly TileResult[]): TaskResult {
  const tiles = rowsOfTiles(results).flat()
  const given = tiles.flatMap(({ result }) => (result.kind === 'tables' ? [result.tables] : []))
  if (given.length === 0) return mergeAnswers(results)
  const prose = tiles.flatMap(({ result }) => (result.kind === 'tables' && result.prose !== '' ? [result.prose] : []))
  const notices = boundNotices(tiles.flatMap(({ result }) => (result.kind === 'tables' ? result.notices : [])))
  return tablesResult(given.reduce(joinTables), prose.join('\n\n'), notices)
}

/** Only the last table of one tile can go on as the first of the next. */
function joinTables(before: readonly TableData[], after: readonly TableData[]): TableData[] {
  const [last, first] = [before.at(-1), after[0]]
  const joined = last && first ? joinRows(last, first) : undefined
  return joined ? [...before.slice(0, -1), joined, ...after.slice(1)] : [...before, ...after]
}

function joinRows(above: TableData, below: TableData): TableData | undefined {
  const repeatsHeader = isSameRow(above.header, below.header)
  // A tile that begins within a table takes its first row for the header.
  const rows = repeatsHeader || below.header.length === 0 ? below.rows : [below.header, ...below.rows]
  const seam = findSeam(above.rows, rows, isSameRow, (row) => row.some(hasWords))
  if (widthOf(above) !== widthOf(below) || (!repeatsHeader && seam.start === 0)) return undefined
  return makeTable(above.header, [...above.rows.slice(0, seam.end), ...rows.slice(seam.start)], above.title)
}

function widthOf({ header, rows }: TableData): number {
  return Math.max(header.length, rows[0]?.length ?? 0)
}

function isSameRow(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, index) => isSameLine(cell, b[index] ?? ''))
}
