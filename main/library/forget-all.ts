import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Connection } from '../store/connection.ts'
import { forgetEntry } from './forget.ts'

/**
 * So many entries are taken out of the index one by one, which rewrites it where they stood: 20 ms each. More are marked as
 * gone, 2 ms each, and then the whole index is rewritten without them, 2 s for a hundred thousand entries.
 */
const few = 50

/** How long one transaction may hold everything else up, in milliseconds. */
const turn = 8

/** Deletes entries and their grams so that nothing of them can be read in the file any more. Answers how many went. */
export async function forgetAll(connection: Connection, uids: readonly string[]): Promise<number> {
  if (uids.length > few) {
    const gone = await forgetMany(connection, uids)
    await finishForgetting(connection)
    return gone
  }
  let gone = 0
  for (const uid of uids) {
    if (connection.transaction(() => forgetEntry(connection, uid))) gone++
    await nextTurn()
  }
  return gone
}

/** Rewrites the index when entries were marked as gone and that was cut short. */
export async function finishForgetting(connection: Connection): Promise<void> {
  if (connection.value('SELECT 1 FROM setting WHERE key = ?', [pending]) === undefined) return
  // A negative number of pages: everything is merged, not only what has grown too small (sqlite.org/fts5.html, 6.8).
  for (let pages = -64; mergeSome(connection, pages); pages = 64) await nextTurn()
  connection.run('DELETE FROM setting WHERE key = ?', [pending])
}

/** Stands in `setting` as long as the index still holds grams of deleted entries. */
const pending = 'library.index-to-merge'

async function forgetMany(connection: Connection, uids: readonly string[]): Promise<number> {
  const left = [...uids]
  let gone = 0
  while (left.length > 0) {
    const end = performance.now() + turn
    connection.transaction(() => {
      connection.run(`INSERT OR IGNORE INTO setting (key, value) VALUES (?, '')`, [pending])
      setSecureDelete(connection, false)
      while (left.length > 0 && performance.now() < end) if (forgetEntry(connection, left.pop() ?? '')) gone++
      setSecureDelete(connection, true)
    })
    await nextTurn()
  }
  return gone
}

// Numbers stand in the statements: FTS5 takes no reals here, and node:sqlite binds every number as one.

/** Answers whether there is more to merge: a step that changes fewer than two rows found nothing to do. */
function mergeSome(connection: Connection, pages: number): boolean {
  const changes = (): number => Number(connection.value('SELECT total_changes()') ?? 0)
  const before = changes()
  connection.execute(`INSERT INTO gram (gram, rank) VALUES ('merge', ${pages})`)
  return changes() - before >= 2
}

function setSecureDelete(connection: Connection, on: boolean): void {
  connection.execute(`INSERT INTO gram (gram, rank) VALUES ('secure-delete', ${on ? 1 : 0})`)
}
