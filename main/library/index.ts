import type { Connection } from '../store/connection.ts'
import { documentOf, type Fields, labelsOf, questionOf } from './fields.ts'
import { changeIndex, noteGone } from './merging.ts'
import { jsonOf } from './rows.ts'
import { gramsOf } from './search/grams.ts'

/** Columns of a body that hold labels; lines of a reading, the bulk of it, are left where they are. */
const body = `CASE WHEN r.kind IN ('boxes', 'chart') THEN r.body
  WHEN r.kind = 'reading' THEN json_object('codes', json_extract(r.body, '$.codes')) END`

/** What an entry's rows say now, undefined when there is no such entry. Labels cost the most: they stand in the body. */
export function fieldsOf(
  connection: Connection,
  job: number,
  { labels = true }: { readonly labels?: boolean } = {}
): (Fields & { readonly boxes: number }) | undefined {
  const row = connection.get(
    `SELECT j.name, j.parameters, coalesce(r.edited, r.text, '') AS text, ${labels ? body : 'NULL'} AS body
     FROM job j LEFT JOIN result r ON r.job = j.id WHERE j.id = ?`,
    [job]
  )
  if (row === undefined) return undefined
  const turns = connection.all('SELECT question, answer FROM turn WHERE job = ? ORDER BY id', [job])
  return {
    name: String(row['name']),
    question: questionOf(jsonOf(row['parameters'])),
    ...labelsOf(jsonOf(row['body'])),
    text: String(row['text']),
    turns: turns.flatMap(({ question, answer }) => [String(question), String(answer)])
  }
}

/** Brings an entry's place in the index up to its rows. Inside a transaction. */
export function indexEntry(connection: Connection, job: number): void {
  const fields = fieldsOf(connection, job)
  const text = fields && documentOf(fields)
  const former = connection.get('SELECT text, boxes FROM document WHERE job = ?', [job])
  if (former === undefined || former['text'] !== text || former['boxes'] !== fields?.boxes) {
    unindexEntry(connection, job)
    if (fields !== undefined && text !== undefined) {
      connection.run('INSERT INTO document (job, boxes, text) VALUES (?, ?, ?)', [job, fields.boxes, text])
      connection.run('INSERT INTO gram (rowid, grams) VALUES (?, ?)', [job, gramsOf(text)])
    }
  }
  connection.run('DELETE FROM stale WHERE job = ?', [job])
}

/** Takes an entry out of the index, where its grams are marked as gone. Inside a transaction. */
export function unindexEntry(connection: Connection, job: number): void {
  const former = connection.value('SELECT text FROM document WHERE job = ?', [job])
  if (typeof former !== 'string') return
  // The index keeps no text: it is told again what it was told when the entry came.
  connection.run(`INSERT INTO gram (gram, rowid, grams) VALUES ('delete', ?, ?)`, [job, gramsOf(former)])
  connection.run('DELETE FROM document WHERE job = ?', [job])
  noteGone(connection)
}

/**
 * Brings the index up to date in portions that hold nothing up for long, for about `patience` milliseconds. Answers whether
 * nothing is left to do: after a rebuild of a large library there are minutes of it.
 */
export async function catchUp(connection: Connection, patience = Infinity): Promise<boolean> {
  const stale = (): unknown => connection.value('SELECT job FROM stale LIMIT 1')
  if (stale() === undefined) return true
  const until = performance.now() + patience
  const indexNext = (): boolean => {
    const job = stale()
    if (job !== undefined) indexEntry(connection, Number(job))
    return job !== undefined && performance.now() < until
  }
  await changeIndex(connection, indexNext, { until })
  return stale() === undefined
}

/** Empties the index, so that all of it is made anew by `catchUp`. */
export function emptyIndex(connection: Connection): void {
  connection.transaction(() => {
    connection.execute(`INSERT INTO gram (gram) VALUES ('delete-all')`)
    connection.execute('DELETE FROM document; INSERT OR IGNORE INTO stale SELECT id FROM job')
  })
}
