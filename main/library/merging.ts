import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Connection } from '../store/connection.ts'

/** How long one transaction takes in milliseconds, to which writing it down adds as much again. */
const turn = 4

/** Pages of the index that one step of merging writes: 2 ms on average, at most 10. */
const pages = 16

/** Stands in `setting` as long as the index holds grams of texts that are no more; counts how often some were marked. */
const pending = 'library.index-to-merge'

export interface IndexWork {
  readonly signal?: AbortSignal | undefined
  /** When to stop merging, on the clock of `performance`: the rest is done the next time. */
  readonly until?: number
  /** Hears of every transaction that was kept. */
  readonly onKept?: () => void
}

/**
 * Changes the index in transactions that hold nothing up for long. Each becomes a part of its own; the parts are merged in
 * steps in between, because FTS5, left to itself, would merge as many as it thinks fit within one of them. `step` does one thing
 * in a transaction, and answers whether there is more.
 */
export async function changeIndex(connection: Connection, step: () => boolean, work: IndexWork = {}): Promise<void> {
  const steps = (): boolean => {
    const end = performance.now() + turn
    while (step()) if (performance.now() > end) return true
    return false
  }
  for (let isMore = true; isMore; ) {
    work.signal?.throwIfAborted()
    isMore = connection.transaction(steps)
    work.onKept?.()
    await mergeIndex(connection, work)
  }
}

/** Merges parts of the index where there are too many of them. Called off, it throws. */
export async function mergeIndex(connection: Connection, { signal, until = Infinity }: IndexWork = {}): Promise<void> {
  do {
    signal?.throwIfAborted()
    await nextTurn()
  } while (mergeSome(connection, pages) && performance.now() < until)
}

/** Says that grams were marked as gone, which `sweepIndex` removes. Inside the transaction that marks them. */
export function noteGone(connection: Connection): void {
  connection.run(
    `INSERT INTO setting (key, value) VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
    [pending]
  )
}

/**
 * Rewrites the index where grams were marked as gone, so that nothing of them can be read in the file any more: 2 s for a
 * hundred thousand entries, in steps. Answers whether there were any. Called off, it throws, and goes on the next time.
 */
export async function sweepIndex(connection: Connection, signal?: AbortSignal): Promise<boolean> {
  const marked = connection.value('SELECT value FROM setting WHERE key = ?', [pending])
  if (marked === undefined) return false
  signal?.throwIfAborted()
  // A negative number of pages: everything is merged, not only what has grown too small (sqlite.org/fts5.html, 6.8).
  for (let step = -pages; mergeSome(connection, step); step = pages) {
    await nextTurn()
    signal?.throwIfAborted()
  }
  // What was marked meanwhile may stand where the steps had been.
  connection.run('DELETE FROM setting WHERE key = ? AND value = ?', [pending, marked])
  return true
}

/**
 * Answers whether there is more to merge: a step that changes fewer than two rows found nothing to do. The number stands in the
 * statement, because FTS5 takes no reals here and node:sqlite binds every number as one.
 */
function mergeSome(connection: Connection, step: number): boolean {
  const changes = (): number => Number(connection.value('SELECT total_changes()') ?? 0)
  const before = changes()
  connection.execute(`INSERT INTO gram (gram, rank) VALUES ('merge', ${step})`)
  return changes() - before >= 2
}
