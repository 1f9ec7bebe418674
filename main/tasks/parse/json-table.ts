import type { TableData } from '../result.ts'
import { makeTable } from './make-table.ts'
import { isRecord, textOf, valueOf } from './shape.ts'

/** Tables that JSON holds: rows as lists with or without a header, rows as objects, or several such tables. */
export function jsonTables(value: unknown): TableData[] {
  if (isRecord(value)) {
    const several = valueOf(value, ['tables'])
    return Array.isArray(several) ? several.flatMap(tableOf) : tableOf(value)
  }
  if (!Array.isArray(value)) return []
  const parts = value.every((part) => isRecord(part) && Array.isArray(rowsOf(part))) ? value : [value]
  return parts.flatMap(tableOf)
}

function tableOf(value: unknown): TableData[] {
  const rows = Array.isArray(value) ? value : isRecord(value) ? rowsOf(value) : undefined
  if (!Array.isArray(rows)) return []
  const title = isRecord(value) ? textOf(valueOf(value, ['title', 'name', 'caption']), 1000) : undefined
  const given = isRecord(value) ? valueOf(value, ['header', 'headers', 'columns']) : undefined
  const header = Array.isArray(given) ? given.map(cellOf) : []
  const table = rows.every(Array.isArray)
    ? makeTable(
        header,
        rows.map((row: readonly unknown[]) => row.map(cellOf)),
        title
      )
    : rows.every(isRecord)
      ? tableOfRecords(rows, title)
      : undefined
  return table ? [table] : []
}

function rowsOf(record: Record<string, unknown>): unknown {
  return valueOf(record, ['rows', 'data', 'table', 'cells'])
}

function tableOfRecords(records: readonly Record<string, unknown>[], title: string | undefined): TableData | undefined {
  const header = [...new Set(records.flatMap((record) => Object.keys(record)))].slice(0, 1000)
  return makeTable(
    header,
    records.map((record) => header.map((key) => cellOf(record[key]))),
    title
  )
}

/** Cells that are lists or objects themselves stay JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
