import type { TableData } from '../result.ts'
import { makeTable } from './make-table.ts'

/** Tables of a text, and the text without them. */
export interface FoundTables {
  readonly tables: TableData[]
  readonly rest: string
}

/** Reads Markdown tables: a row, a line of dashes, more rows. A heading or a bold line just above is the title. */
export function findMarkdownTables(text: string): FoundTables {
  const lines = text.split('\n')
  const rest: string[] = []
  const tables: TableData[] = []
  for (let index = 0; index < lines.length; index++) {
    const [line = '', below = ''] = lines.slice(index, index + 2)
    if (!line.includes('|') || !isRule(below)) {
      rest.push(line)
      continue
    }
    const end = endOfTable(lines, index + 2)
    const rows = lines.slice(index + 2, end).filter((row) => !isRule(row, 3))
    const title = takeTitle(rest)
    const table = makeTable(splitRow(line), rows.map(splitRow), title)
    if (table) tables.push(table)
    index = end - 1
  }
  return { tables, rest: rest.join('\n').trim() }
}

/** Takes off the last row of an answer that was cut off, unless its last pipe is there. */
export function withoutHalfRow(text: string): string {
  const start = text.lastIndexOf('\n') + 1
  const line = text.slice(start).trimEnd()
  return line.includes('|') && !line.endsWith('|') ? text.slice(0, start) : text
}

function endOfTable(lines: readonly string[], from: number): number {
  const end = lines.slice(from).findIndex((line) => !line.includes('|'))
  return end < 0 ? lines.length : from + end
}

/** Dashes with colons between pipes; dashes alone are a rule across the page. Single dashes may be data. */
function isRule(line: string, dashes = 1): boolean {
  if (!line.includes('|') || !line.includes('-') || line.length > 20_000) return false
  return splitRow(line).every((cell) => /^:?-+:?$/u.test(cell) && cell.length >= dashes)
}

function takeTitle(above: string[]): string | undefined {
  const index = above.findLastIndex((line) => line.trim() !== '')
  if ((above[index]?.length ?? 0) > 1100) return undefined
  const [, heading, bold] =
    /^\s*(?:#{1,6}\s+(.{1,1000})|\*\*([^*]{1,1000})\*\*\s*:?)\s*$/u.exec(above[index] ?? '') ?? []
  const title = heading ?? bold
  if (title !== undefined) above.length = index
  return title?.trim()
}

/**
 * Cells of one row. A pipe behind a backslash or inside inline code is text, `<br>` is a line break. The outer pipes may
 * be missing.
 */
export function splitRow(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let code: string | undefined
  const body = line.trim().replace(/^\|/u, '')
  for (const [part] of body.matchAll(/\\[\\|]|`+|[^\\`|]+|./gsu)) {
    if (part === '|' && code === undefined) {
      cells.push(cell)
      cell = ''
    } else {
      if (part.startsWith('`')) code = code === part ? undefined : (code ?? part)
      cell += part === '\\|' || part === '\\\\' ? part.slice(1) : part
    }
  }
  // A backtick without its partner opens no code: the row is split at every pipe.
  if (code !== undefined) return splitRow(line.replaceAll('`', backtick)).map((text) => text.replaceAll(backtick, '`'))
  const all = cell.trim() === '' && body.endsWith('|') ? cells : [...cells, cell]
  return all.map((text) => text.trim().replaceAll(/<br ?\/?>/giu, '\n'))
}

/** Stands for a backtick that is only a character. */
const backtick = '\ue0b7'
