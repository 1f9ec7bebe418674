import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Library } from '../../library/library.ts'

/** Entries deleted for good in one go: what is cut short in the middle is done again without harm. */
const portion = 100

/** Deletes many entries for good; answers how many went. Throws `disk`. */
export async function purgeInPortions(
  { deletion }: Pick<Library, 'deletion'>,
  ids: readonly number[]
): Promise<number> {
  let gone = 0
  for (let at = 0; at < ids.length; at += portion) {
    gone += await deletion.purge(ids.slice(at, at + portion))
    await nextTurn()
  }
  return gone
}
