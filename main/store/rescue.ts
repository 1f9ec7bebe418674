import type { Connection, Row } from './connection.ts'
import { isDamage } from './errors.ts'

/** A table and what its rows are found by. Search tables are made anew. */
const tables = [
  { name: 'picture', key: 'id', numbered: false },
  { name: 'batch', key: 'id', numbered: true },
  { name: 'job', key: 'id', numbered: true },
  { name: 'result', key: 'job', numbered: true },
  { name: 'turn', key: 'id', numbered: true },
  { name: 'part', key: 'job', numbered: false },
  { name: 'counter', key: 'day', numbered: false },
  { name: 'setting', key: 'key', numbered: false }
] as const

type Table = (typeof tables)[number]

/**
 * Copies every row that can still be read and that the target does not have, as far as both know its columns. Answers the
 * number of jobs copied.
 */
export function rescue(source: Connection, target: Connection): number {
  let jobs = 0
  for (const table of tables) {
    const copied = target.transaction(() => copyTable(table, source, target))
    if (table.name === 'job') jobs = copied
  }
  return jobs
}

/** Makes every reference lead somewhere: jobs keep their texts though their picture or batch is unknown. */
export function mendReferences(target: Connection): void {
  target.execute(`
    INSERT INTO picture (id, format, bytes, added)
      SELECT DISTINCT picture, 'png', 0, 0 FROM job WHERE picture NOT IN (SELECT id FROM picture);
    UPDATE job SET batch = NULL WHERE batch NOT IN (SELECT id FROM batch);
    DELETE FROM result WHERE job NOT IN (SELECT id FROM job);
    DELETE FROM turn WHERE job NOT IN (SELECT id FROM job);
    DELETE FROM part WHERE job NOT IN (SELECT id FROM job);
    DELETE FROM stale WHERE job NOT IN (SELECT id FROM job);
  `)
}

function copyTable(table: Table, source: Connection, target: Connection): number {
  const columns = sharedColumns(table.name, source, target)
  if (columns.length === 0) return 0
  const insert = `INSERT OR IGNORE INTO ${table.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  let copied = 0
  for (const row of readableRows(table, columns, source)) {
    try {
      copied += target.run(
        insert,
        columns.map((column) => row[column] ?? null)
      ).changes
    } catch (thrown) {
      // A row whose values the schema refuses was damaged; anything else, such as a full disk, ends the rescue.
      if (!isRefused(thrown)) throw thrown
    }
  }
  return copied
}

function sharedColumns(table: string, source: Connection, target: Connection): string[] {
  const theirs = new Set(columnsOf(table, source))
  return columnsOf(table, target).filter((column) => theirs.has(column))
}

function columnsOf(table: string, connection: Connection): string[] {
  return connection.all(`PRAGMA table_info(${table})`).map(({ name }) => String(name))
}

/** Numbers without a row, one after the other, after which the gap between what was read from both ends is left. */
const mostMisses = 5000

/** Rows from the front until a page cannot be read, from the back until there, then what lies between by its number. */
function* readableRows(table: Table, columns: readonly string[], source: Connection): Generator<Row> {
  const select = `SELECT ${columns.join(', ')} FROM ${table.name}`
  const front = yield* walk(source, `${select} ORDER BY ${table.key}`, { key: table.key, rising: true })
  if (front.complete) return
  const back = yield* walk(source, `${select} ORDER BY ${table.key} DESC`, { key: table.key, rising: false })
  if (!table.numbered) return
  const to = typeof back.last === 'number' ? back.last : Number.MAX_SAFE_INTEGER
  let misses = 0
  for (let number = typeof front.last === 'number' ? front.last + 1 : 1; number < to && misses < mostMisses; number++) {
    const found = yield* walk(source, `${select} WHERE ${table.key} = ${number}`, { key: table.key, rising: true })
    misses = found.last === undefined ? misses + 1 : 0
  }
}

interface Walked {
  readonly complete: boolean
  /** Key of the last row that was read. */
  readonly last: Row[string] | undefined
}

/** Keys of sound pages only rise, or only fall; where they do not, pages lead in a circle. */
function* walk(
  source: Connection,
  sql: string,
  { key, rising }: { readonly key: string; readonly rising: boolean }
): Generator<Row, Walked> {
  let last: Row[string] | undefined
  try {
    for (const row of source.iterate(sql)) {
      const next = row[key]
      if (last !== undefined && !(rising ? isBelow(last, next) : isBelow(next, last))) return { complete: false, last }
      last = next
      yield row
    }
    return { complete: true, last }
  } catch (thrown) {
    if (isDamage(thrown)) return { complete: false, last }
    throw thrown
  }
}

/** Text is compared as SQLite does it, by bytes; keys of several columns share the first. */
function isBelow(left: Row[string] | undefined, right: Row[string] | undefined): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left <= right
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right)) <= 0
  return false
}

/** SQLITE_CONSTRAINT and SQLITE_MISMATCH (sqlite.org/rescode.html). */
function isRefused(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !('errcode' in thrown) || typeof thrown.errcode !== 'number') return false
  return [19, 20].includes(thrown.errcode & 0xff)
}
