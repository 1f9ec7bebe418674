import { makeTable } from './make-table.ts'
import type { FoundTables } from './markdown-table.ts'

/** Cells of one table that are looked at; spans could ask for any number. */
const maximumCells = 200_000

/**
 * Reads plain HTML tables. A cell that spans columns or rows leaves the others empty, as our own CSV does. A table
 * inside a table is not read and stays in the rest.
 */
export function findHtmlTables(text: string): FoundTables {
  const tables: FoundTables['tables'] = []
  const rest = replaceTables(text, (body) => {
    const table = /<table\b/iu.test(body) ? undefined : readTable(body)
    if (table) tables.push(table)
    return table ? '' : undefined
  })
  return { tables, rest: rest.trim() }
}

/** An answer that was cut off has no end of its table: the rows up to the last whole one. */
function wholeRows(body: string): string {
  return body.slice(0, [...body.matchAll(/<\/tr>/giu)].at(-1)?.index ?? 0)
}

/** Replaces every table, from its tag to the next end of one; one for which `replace` gives undefined stays. */
function replaceTables(text: string, replace: (body: string) => string | undefined): string {
  const closing = /<\/table>/giu
  let [kept, from] = ['', 0]
  for (const { 0: opening, index: start } of text.matchAll(/<table\b[^<>]*>/giu)) {
    if (start < from) continue
    closing.lastIndex = start + opening.length
    const end = closing.exec(text)
    const body = text.slice(start + opening.length, end?.index)
    const replaced = replace(end ? body : wholeRows(body))
    const next = end ? closing.lastIndex : text.length
    kept += text.slice(from, start) + (replaced ?? text.slice(start, next))
    from = next
  }
  return kept + text.slice(from)
}

function readTable(body: string) {
  const caption = /<caption\b[^<>]*>([^<]*)/iu.exec(body)?.[1]
  const rows = body.split(/<tr\b[^<>]*>/iu).slice(1)
  const isHead = /<th\b/iu.test(rows[0] ?? '') && !/<td\b/iu.test(rows[0] ?? '')
  const grid = placeCells(rows.map(readCells))
  const [head = [], ...others] = grid
  return isHead ? makeTable(head, others, decode(caption ?? '')) : makeTable([], grid, decode(caption ?? ''))
}

interface HtmlCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

function readCells(row: string): HtmlCell[] {
  return [...row.matchAll(/<t[dh]\b([^<>]*)>/giu)].map((match, index, all) => {
    const text = row.slice(match.index + match[0].length, all[index + 1]?.index)
    const [, attributes = ''] = match
    return { text: plainText(text), columns: spanOf(attributes, 'colspan'), rows: spanOf(attributes, 'rowspan') }
  })
}

function spanOf(attributes: string, name: string): number {
  const [, digits] = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'iu').exec(attributes) ?? []
  return Math.min(1000, Math.max(1, Number(digits ?? 1)))
}

function placeCells(rows: readonly (readonly HtmlCell[])[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => [])
  let count = 0
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[index]?.[column] !== undefined) column++
      for (const target of grid.slice(index, index + cell.rows)) {
        for (let next = column; next < column + cell.columns && count < maximumCells; next++, count++) target[next] = ''
      }
      const own = grid[index]
      if (own && count < maximumCells) own[column] = cell.text
      column += cell.columns
    }
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ''))
}

function plainText(html: string): string {
  return decode(html.replaceAll(/<br\s*\/?>/giu, '\n').replaceAll(/<[^<>]*>/gu, '')).trim()
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: ' ',
  amp: '&'
}

function decode(text: string): string {
  return text.replaceAll(
    /&(lt|gt|quot|#39|apos|nbsp|amp);/giu,
    (whole, name: string) => entities[name.toLowerCase()] ?? whole
  )
}
