import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Connection, Row } from '../store/connection.ts'

/** Rows of one statement of a walk: some 2 ms. */
const stride = 1000

/**
 * Every entry that is not hidden, by its number, without holding anything up and without keeping a reading transaction open
 * in between. `select` is a SELECT over `job j` without WHERE that has `j.id` among its columns.
 */
export function eachEntry(connection: Connection, select: string): AsyncGenerator<Row> {
  return eachRow(connection, `${select} WHERE j.hidden IS NULL AND j.id > ? ORDER BY j.id`, Number.MIN_SAFE_INTEGER)
}

/** Every picture by its id, in the same way: `id`, `format`, `bytes`, `added`, and whether an entry has it: `used`. */
export function eachPicture(connection: Connection): AsyncGenerator<Row> {
  const used = 'EXISTS (SELECT 1 FROM job WHERE picture = picture.id) AS used'
  return eachRow(connection, `SELECT id, format, bytes, added, ${used} FROM picture WHERE id > ? ORDER BY id`, '')
}

async function* eachRow(connection: Connection, sql: string, first: string | number): AsyncGenerator<Row> {
  let after: Row[string] = first
  for (;;) {
    const rows = connection.all(`${sql} LIMIT ${stride}`, [after])
    yield* rows
    if (rows.length < stride) return
    after = rows.at(-1)?.['id'] ?? first
    await nextTurn()
  }
}
