import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Connection } from '../store/connection.ts'
import { forgetEntry } from './forget.ts'

/**
 * So many entries are taken out of the index one by one, which rewrites it where they stood: 20 ms each. More are marked as
 * gone, 2 ms each, and then the whole index is rewritten without them, 2 s for a hundred thousand entries.
 */
const few = 50

/**
 * So many are marked before the index is rewritten, or half of them where they are more. A step of rewriting goes on until it
 * has written some pages: where everything is marked it would go through all of the index at once, 2 s for a hundred thousand
 * entries.
 */
const most = 150

/** How long one transaction may hold everything else up, in milliseconds. */
const turn = 8

/** Pages of the index that one step writes: some 8 ms. */
const pages = 24

/** Parts of the index at which FTS5 merges them by itself, as it comes. */
const usualMerge = 4

/** How far deleting is, and whether it is called off. */
export interface Forgetting {
  readonly signal?: AbortSignal | undefined
  /** Hears how many went so far. */
  readonly onProgress?: ((gone: number) => void) | undefined
}

/**
 * Deletes entries and their grams so that nothing of them can be read in the file any more. Answers how many went. Called
 * off, it throws: what was not deleted by then is there, and `finishForgetting` does the rest for what was.
 */
export async function forgetAll(
  connection: Connection,
  uids: readonly string[],
  { signal, onProgress = () => {} }: Forgetting = {}
): Promise<number> {
  let gone = 0
  if (uids.length <= few) {
    for (const uid of uids) {
      signal?.throwIfAborted()
      if (connection.transaction(() => forgetEntry(connection, uid))) gone++
      onProgress(gone)
      await nextTurn()
    }
    return gone
  }
  for (let left = uids; left.length > 0; ) {
    const isLast = left.length <= most
    // Every second one, so that wherever a word is looked at others are left.
    const some = isLast ? left : left.filter((_, index) => index % 2 === 0)
    left = isLast ? [] : left.filter((_, index) => index % 2 === 1)
    const before = gone
    gone += await markAsGone(connection, some, { signal, onProgress: (marked) => onProgress(before + marked) })
    await finishForgetting(connection, signal)
  }
  return gone
}

/** Rewrites the index when entries were marked as gone and that was cut short; answers whether it was. */
export async function finishForgetting(connection: Connection, signal?: AbortSignal): Promise<boolean> {
  if (connection.value('SELECT 1 FROM setting WHERE key = ?', [pending]) === undefined) return false
  // A negative number of pages: everything is merged, not only what has grown too small (sqlite.org/fts5.html, 6.8).
  for (let step = -pages; mergeSome(connection, step); step = pages) {
    signal?.throwIfAborted()
    await nextTurn()
  }
  connection.run('DELETE FROM setting WHERE key = ?', [pending])
  return true
}

/** Stands in `setting` as long as the index still holds grams of deleted entries. */
const pending = 'library.index-to-merge'

async function markAsGone(
  connection: Connection,
  uids: readonly string[],
  { signal, onProgress = () => {} }: Forgetting
): Promise<number> {
  let gone = 0
  for (let at = 0; at < uids.length; ) {
    signal?.throwIfAborted()
    const end = performance.now() + turn
    connection.transaction(() => {
      connection.run(`INSERT OR IGNORE INTO setting (key, value) VALUES (?, '')`, [pending])
      configure(connection, 'automerge', 0)
      configure(connection, 'secure-delete', 0)
      for (; at < uids.length && performance.now() < end; at++) if (forgetEntry(connection, uids[at] ?? '')) gone++
      // Writes what was marked, without merging as much as FTS5 thinks fit.
      configure(connection, 'secure-delete', 1)
      configure(connection, 'automerge', usualMerge)
    })
    onProgress(gone)
    do await nextTurn()
    while (mergeSome(connection, pages))
  }
  return gone
}

// Numbers stand in the statements: FTS5 takes no reals here, and node:sqlite binds every number as one.

/** Answers whether there is more to merge: a step that changes fewer than two rows found nothing to do. */
function mergeSome(connection: Connection, step: number): boolean {
  const changes = (): number => Number(connection.value('SELECT total_changes()') ?? 0)
  const before = changes()
  connection.execute(`INSERT INTO gram (gram, rank) VALUES ('merge', ${step})`)
  return changes() - before >= 2
}

function configure(connection: Connection, option: 'automerge' | 'secure-delete', value: number): void {
  connection.execute(`INSERT INTO gram (gram, rank) VALUES ('${option}', ${value})`)
}
