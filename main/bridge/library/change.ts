import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Parsed } from '../../../preload/contract/contract.ts'
import type { Archive } from '../../archive.ts'
import { assertNever, Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'

/** Entries changed in one go, so that nothing else is held up. */
const portion = 250

/** Does to entries what a person wishes; answers how many were meant. Throws `library-entry-missing`, `usage`, `disk`. */
export async function changeEntries(
  { ids, change }: Parsed<'library', 'change'>,
  { library, queue, now }: Pick<Archive, 'library' | 'queue'> & { readonly now: () => number }
): Promise<number> {
  const { entries } = library
  switch (change.kind) {
    case 'star':
      if (ids.length === 1) entries.star(onlyOne(ids), change.starred)
      else await inPortions(ids, (some) => entries.starAll(some, change.starred))
      break
    case 'edit':
      entries.edit(onlyOne(ids), change.text)
      break
    case 'delete':
      // The queue hears of it: what runs is told to end.
      await queue.wish({ kind: 'hide', which: { ids: [...ids] }, at: now() })
      break
    case 'restore':
      await queue.wish({ kind: 'hide', which: { ids: [...ids] } })
      break
    default:
      assertNever(change, 'a change of no known kind')
  }
  return ids.length
}

async function inPortions(ids: readonly number[], work: (some: readonly number[]) => unknown): Promise<void> {
  for (let at = 0; at < ids.length; at += portion) {
    if (at > 0) await nextTurn()
    work(ids.slice(at, at + portion))
  }
}

function onlyOne(ids: readonly number[]): number {
  const [id, ...others] = ids
  if (id !== undefined && others.length === 0) return id
  throw new Failure('usage', 'Texts are edited one by one.', {
    advice: 'Choose one entry.',
    saying: saying('library.one-by-one')
  })
}
