import { assertNever } from '../failure.ts'
import type { Cell, Table } from './table.ts'

export const tableFormats = ['tsv', 'csv', 'markdown', 'html'] as const
export type TableFormat = (typeof tableFormats)[number]

/** Writes a table. Only HTML can say that a cell spans columns; elsewhere empty cells follow it. */
export function writeTable(table: Table, format: TableFormat): string {
  switch (format) {
    case 'tsv':
      return texts(table)
        .map((row) => row.map((text) => text.replace(/\s+/gu, ' ')).join('\t'))
        .join('\n')
    case 'csv':
      return texts(table)
        .map((row) => row.map(quoteCsv).join(','))
        .join('\r\n')
    case 'markdown':
      return writeMarkdown(texts(table))
    case 'html':
      return writeHtml(table)
    default:
      return assertNever(format, 'No such table format')
  }
}

function texts(table: Table): string[][] {
  return table.rows.map((row) => row.flatMap((cell) => [cell.text, ...Array<string>(cell.span - 1).fill('')]))
}

/** RFC 4180: fields with a comma, a quote or a line break stand in quotes, and quotes are doubled. */
function quoteCsv(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The first row becomes the head: Markdown knows no table without one. */
function writeMarkdown([head = [], ...body]: string[][]): string {
  const rule = head.map(() => '---')
  return [head.map(escapeMarkdown), rule, ...body.map((row) => row.map(escapeMarkdown))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

function escapeMarkdown(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replace(/\s+/gu, ' ')
}

function writeHtml(table: Table): string {
  const rows = table.rows.map((row) => `  <tr>${row.map(writeCell).join('')}</tr>`)
  return ['<table>', ...rows, '</table>'].join('\n')
}

function writeCell({ text, span }: Cell): string {
  return `<td${span > 1 ? ` colspan="${span}"` : ''}>${escapeHtml(text)}</td>`
}

/** Text that is safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
