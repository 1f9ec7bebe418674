import { setImmediate as nextTurn } from 'node:timers/promises'
import { backupsIn } from '../store/backup.ts'
import type { Row } from '../store/connection.ts'
import type { Store } from '../store/store.ts'
import { runLibraryAside } from './aside.ts'
import { type Forgetting, forgetAll } from './forget-all.ts'
import { sweepIndex } from './merging.ts'
import type { Pictures } from './pictures.ts'

export interface Deletion {
  /**
   * Deletes entries for good: rows, index, picture and thumbnail when no other entry has them, and the same in the backups.
   * Answers how many went; an entry that is being worked on stays. However many they are, nothing is held up. Throws `disk`,
   * and when it is called off: then it can be done again.
   */
  purge(ids: readonly number[], options?: Forgetting): Promise<number>
  /** Purges what was hidden (taken out of every list, see `hide` of the queue) longer ago than `undoTime`, and finishes what was cut short. */
  purgeHidden(options?: Pick<Forgetting, 'signal'>): Promise<number>
}

/** How long a deletion can be undone, in milliseconds. */
export const undoTime = 10_000

/** Pages of the file given back in one go: 2 ms, and up to 10 where many have to move. */
const vacuumPages = 48

export interface DeletionOptions {
  readonly store: Store
  readonly pictures: Pictures
  readonly now: () => number
}

/** Deleting, in two steps: what a person sees, and what the disk holds. */
export function createDeletion({ store, pictures, now }: DeletionOptions): Deletion {
  const purge = async (ids: readonly number[], options: Forgetting = {}): Promise<number> => {
    const uids = await uidsOf(store, ids)
    if (uids.length === 0) return 0
    // The backups first: who is cut short then finds here what has to go there.
    const copies = backupsIn(store.places)
    if (copies.length > 0) await runLibraryAside({ kind: 'forget', copies, uids }, options.signal)
    const gone = await forgetAll(store, uids, options)
    await pictures.removeDiscarded()
    await giveBack(store, options.signal)
    return gone
  }
  return {
    purge,
    purgeHidden: async (options = {}) => {
      const gone = await purge(await hiddenBefore(store, now() - undoTime), options)
      if (await sweepIndex(store, options.signal)) await giveBack(store, options.signal)
      return gone
    }
  }
}

/** Entries looked up in one go. */
const portion = 1000

async function uidsOf(store: Store, ids: readonly number[]): Promise<string[]> {
  const uids: string[] = []
  for (let at = 0; at < ids.length; at += portion) {
    if (at > 0) await nextTurn()
    const some = JSON.stringify(ids.slice(at, at + portion))
    const sql = `SELECT uid FROM job WHERE id IN (SELECT value FROM json_each(?)) AND state <> 'running'`
    const rows = store.all(sql, [some])
    for (const { uid } of rows) uids.push(String(uid))
  }
  return uids
}

/** Along the index of what is hidden. */
async function hiddenBefore(store: Store, time: number): Promise<number[]> {
  const sql = `SELECT hidden, id FROM job WHERE hidden <= ? AND (hidden, id) > (?, ?) ORDER BY hidden, id LIMIT ?`
  const ids: number[] = []
  for (let last: Row | undefined; ; ) {
    const rows = store.all(sql, [time, last?.['hidden'] ?? 0, last?.['id'] ?? 0, portion])
    for (const { id } of rows) ids.push(Number(id))
    last = rows.at(-1)
    if (rows.length < portion) return ids
    await nextTurn()
  }
}

/** Free pages go back to the system, and the log, which may hold what was deleted, is emptied. */
async function giveBack(store: Store, signal: AbortSignal | undefined): Promise<void> {
  while (Number(store.value('PRAGMA freelist_count') ?? 0) > 0) {
    signal?.throwIfAborted()
    store.execute(`PRAGMA incremental_vacuum(${vacuumPages})`)
    await nextTurn()
    // Left to itself, SQLite would do that within one of these steps, together with cutting off the file.
    store.execute('PRAGMA wal_checkpoint(PASSIVE)')
    await nextTurn()
  }
  store.execute('PRAGMA wal_checkpoint(TRUNCATE)')
}
