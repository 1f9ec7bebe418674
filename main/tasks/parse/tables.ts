import { type Said, say } from '../../saying.ts'
import type { TableData, TaskResult } from '../result.ts'
import type { ParseContext } from '../task.ts'
import { writeTables } from '../write/tables.ts'
import { cleanAnswer } from './clean.ts'
import { findHtmlTables } from './html-table.ts'
import { findJson } from './json.ts'
import { jsonTables } from './json-table.ts'
import { findMarkdownTables, withoutHalfRow } from './markdown-table.ts'
import { boundNotices, firstNotices, repaired } from './notices.ts'
import { proseOf } from './prose.ts'
import { textResult } from './text.ts'

const maximumTables = 100

/** An answer with tables, in Markdown, HTML or JSON; without any it becomes text. */
export function parseTables(text: string, context: ParseContext): TaskResult {
  const answer = cleanAnswer(text)
  const { tables, rest, notices } = readTables(answer, context.truncated)
  if (tables.length === 0) return textResult(answer, context, [say('The answer holds no table.', 'answer.no-table')])
  return tablesResult(tables, rest, [...firstNotices(context), ...notices])
}

/** A result of at least one table. */
export function tablesResult(tables: readonly TableData[], prose: string, notices: readonly Said[]): TaskResult {
  const kept = tables.slice(0, maximumTables)
  const left = tables.length - kept.length
  return {
    kind: 'tables',
    text: writeTables(kept, 'markdown'),
    notices: boundNotices([
      ...notices,
      ...(left > 0 ? [say(`${left} more tables were left out.`, 'answer.tables-left-out', { count: left })] : [])
    ]),
    tables: kept,
    prose
  }
}

function readTables(answer: string, truncated: boolean): { tables: TableData[]; rest: string; notices: Said[] } {
  const markdown = findMarkdownTables(truncated ? withoutHalfRow(answer) : answer)
  const html = findHtmlTables(markdown.rest)
  const written = [...markdown.tables, ...html.tables]
  if (written.length > 0) return { tables: written, rest: proseOf(html.rest, []), notices: [] }
  for (const json of findJson(answer, truncated)) {
    const tables = jsonTables(json.value)
    const notices = json.repaired || json.cut ? [repaired] : []
    if (tables.length > 0) return { tables, rest: proseOf(answer, [json]), notices }
  }
  return { tables: [], rest: answer, notices: [] }
}
