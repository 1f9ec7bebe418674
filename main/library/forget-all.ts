import type { Connection } from '../store/connection.ts'
import { forgetEntry } from './forget.ts'
import { changeIndex, sweepIndex } from './merging.ts'

/**
 * So many are marked before the index is swept, or half of them where they are more. A step of sweeping goes on until it has
 * written some pages: where everything is marked it would go through all of the index at once, 2 s for a hundred thousand
 * entries.
 */
const most = 150

/** How far deleting is, and whether it is called off. */
export interface Forgetting {
  readonly signal?: AbortSignal | undefined
  /** Hears how many went so far. */
  readonly onProgress?: ((gone: number) => void) | undefined
}

/**
 * Deletes entries and their grams so that nothing of them can be read in the file any more. Answers how many went. Called
 * off, it throws: what was not deleted by then is there, and `sweepIndex` does the rest for what was.
 */
export async function forgetAll(
  connection: Connection,
  uids: readonly string[],
  { signal, onProgress = () => {} }: Forgetting = {}
): Promise<number> {
  let gone = 0
  for (let left = uids; left.length > 0; ) {
    const isLast = left.length <= most
    // Every second one, so that wherever a word is looked at others are left.
    const some = isLast ? left : left.filter((_, index) => index % 2 === 0)
    left = isLast ? [] : left.filter((_, index) => index % 2 === 1)
    let at = 0
    const forgetNext = (): boolean => {
      if (forgetEntry(connection, some[at++] ?? '')) gone++
      return at < some.length
    }
    await changeIndex(connection, forgetNext, { signal, onKept: () => onProgress(gone) })
    await sweepIndex(connection, signal)
  }
  return gone
}
