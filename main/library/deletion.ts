import { rmSync, statSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { runAside } from '../store/aside.ts'
import { backupsIn } from '../store/backup.ts'
import { connect } from '../store/connection.ts'
import type { Store } from '../store/store.ts'
import { forgetAll } from './forget-all.ts'
import type { Pictures } from './pictures.ts'

export interface Deletion {
  /** Takes entries out of every list; for `undoTime` that can be undone. */
  hide(ids: readonly number[]): void
  /** Brings hidden entries back, as long as they are there. */
  unhide(ids: readonly number[]): void
  /**
   * Deletes entries for good: rows, index, picture and thumbnail when no other entry has them, and the same in the backups.
   * Answers how many went; an entry that is being worked on stays. Throws `disk`.
   */
  purge(ids: readonly number[]): Promise<number>
  /** Purges what was hidden longer ago than `undoTime`. */
  purgeHidden(): Promise<number>
}

/** How long a deletion can be undone, in milliseconds. */
export const undoTime = 10_000

/** Pages of the file given back in one go: about 2 ms. */
const vacuumPages = 256

export interface DeletionOptions {
  readonly store: Store
  readonly pictures: Pictures
  readonly now: () => number
}

/** Deleting, in two steps: what a person sees, and what the disk holds. */
export function createDeletion({ store, pictures, now }: DeletionOptions): Deletion {
  const mark = (ids: readonly number[], hidden: number | null): void => {
    store.run('UPDATE job SET hidden = ? WHERE id IN (SELECT value FROM json_each(?))', [hidden, JSON.stringify(ids)])
  }
  const purge = async (ids: readonly number[]): Promise<number> => {
    const uids = await uidsOf(store, ids)
    if (uids.length === 0) return 0
    const gone = await forgetAll(store, uids)
    await pictures.removeDiscarded()
    await forgetInBackups(store, uids)
    await giveBack(store)
    return gone
  }
  return {
    hide: (ids) => mark(ids, now()),
    unhide: (ids) => mark(ids, null),
    purge,
    purgeHidden: async () => {
      const hidden = store.all('SELECT id FROM job WHERE hidden <= ?', [now() - undoTime])
      return await purge(hidden.map(({ id }) => Number(id)))
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
    const rows = store.all('SELECT uid FROM job WHERE id IN (SELECT value FROM json_each(?))', [some])
    for (const { uid } of rows) uids.push(String(uid))
  }
  return uids
}

/** Larger backups are not rewritten for a deletion: each takes seconds, and they are gone after three days. */
const rewritten = 64 * 1024 * 1024

/** A backup that cannot be changed is removed: what was deleted has to be gone. */
async function forgetInBackups(store: Store, uids: readonly string[]): Promise<void> {
  for (const file of backupsIn(store.places)) {
    try {
      const backup = connect(file)
      try {
        await forgetAll(backup, uids)
        // A copy has no files of its own.
        backup.run('DELETE FROM discarded')
      } finally {
        backup.close()
      }
      if (statSync(file).size <= rewritten) await runAside({ kind: 'compact', database: file })
    } catch {
      rmSync(file, { force: true })
    }
  }
}

/** Free pages go back to the system, and the log, which may hold what was deleted, is emptied. */
async function giveBack(store: Store): Promise<void> {
  while (Number(store.value('PRAGMA freelist_count') ?? 0) > 0) {
    store.execute(`PRAGMA incremental_vacuum(${vacuumPages})`)
    await nextTurn()
  }
  store.execute('PRAGMA wal_checkpoint(TRUNCATE)')
}
