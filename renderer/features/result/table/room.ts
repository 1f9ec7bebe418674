import type { TableData } from '../../../../preload/contract/library.ts'

/** Cells that a page lays out without being felt, and columns that anybody scrolls through. */
const most = { cells: 4000, columns: 60, rows: 200 }

/** How many columns of a table are shown, and how many rows at a time. */
export function roomFor({ header, rows }: Pick<TableData, 'header' | 'rows'>): {
  readonly columns: number
  readonly rows: number
} {
  const widest = Math.max(1, header.length, rows[0]?.length ?? 0)
  const columns = Math.min(widest, most.columns)
  return { columns, rows: Math.min(most.rows, Math.max(10, Math.floor(most.cells / columns))) }
}
