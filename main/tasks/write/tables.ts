import { assertNever } from '../../failure.ts'
import { writeTable } from '../../layout/tableText.ts'
import type { TableData } from '../result.ts'
import { writeHtml } from './html.ts'

export const dataFormats = ['csv', 'tsv', 'markdown', 'html', 'json'] as const
export type DataFormat = (typeof dataFormats)[number]

export interface DataWriting {
  /** Begins CSV and TSV with a byte order mark, without which Excel takes UTF-8 for the system's code page. */
  readonly byteOrderMark?: boolean
}

/**
 * Writes tables. Several in one CSV or TSV are parted by an empty line. Cells are written as they are: one that begins
 * with "=" stays a formula to a spreadsheet, because a guard would change what was read (see docs/tasks.md).
 */
export function writeTables(tables: readonly TableData[], format: DataFormat, options: DataWriting = {}): string {
  const mark = options.byteOrderMark === true ? '\ufeff' : ''
  switch (format) {
    case 'csv':
      return mark + tables.map((table) => writeTable(gridOf(table), 'csv')).join('\r\n\r\n')
    case 'tsv':
      return mark + tables.map((table) => writeTable(gridOf(table), 'tsv')).join('\n\n')
    case 'markdown':
      return tables.map(writeMarkdown).join('\n\n')
    case 'html':
      return tables.map(writeHtml).join('\n')
    case 'json':
      return JSON.stringify(tables, undefined, 2)
    default:
      return assertNever(format, 'No such format of data')
  }
}

/** A table as the layout room writes it: no cell spans columns, the header is the first row. */
function gridOf({ header, rows }: TableData) {
  const all = header.length > 0 ? [header, ...rows] : rows
  return {
    columns: Math.max(0, ...all.map((row) => row.length)),
    rows: all.map((row) => row.map((text) => ({ text, span: 1 })))
  }
}

function writeMarkdown(table: TableData): string {
  const grid = writeTable(gridOf(table), 'markdown')
  return table.title === undefined ? grid : `**${table.title.replaceAll(/\s+/gu, ' ')}**\n\n${grid}`
}
