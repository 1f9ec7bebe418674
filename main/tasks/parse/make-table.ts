import type { TableData } from '../result.ts'

const [maximumColumns, maximumRows, maximumCell] = [1000, 100_000, 10_000]

/** A table within the limits of `TableData`: rows are filled up to one width; undefined when nothing is in it. */
export function makeTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  title?: string
): TableData | undefined {
  const bound = rows.slice(0, maximumRows)
  const width = Math.min(
    maximumColumns,
    bound.reduce((widest, row) => Math.max(widest, row.length), header.length)
  )
  if (width === 0 || [header, ...bound].every((row) => row.every((text) => text.trim() === ''))) return undefined
  const fill = (row: readonly string[]) =>
    Array.from({ length: width }, (_, column) => (row[column] ?? '').trim().slice(0, maximumCell))
  const name = title?.trim().slice(0, 1000)
  return {
    ...(name ? { title: name } : {}),
    header: header.some((text) => text.trim() !== '') ? fill(header) : [],
    rows: bound.map(fill)
  }
}
