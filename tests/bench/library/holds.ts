import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { catchUp } from '../../../main/library/index.ts'
import type { Library } from '../../../main/library/library.ts'
import { openStoreAside, type Store } from '../../../main/store/store.ts'
import { addEntries } from './fill.ts'

/** What some work took, and the longest moment of it in which nothing else on its thread had a turn; milliseconds. */
export interface Hold {
  readonly title: string
  readonly total: number
  readonly longest: number
}

/** New and changed entries of one measurement. */
const some = 2000

/** Changes a large library in every way that touches many rows or pages, until nothing is left of it, and closes it. */
export async function holdsOf(
  open: (store: Store) => Library,
  { store, library }: { readonly store: Store; readonly library: Library },
  write: () => string
): Promise<Hold[]> {
  const { places } = store
  const highest = Number(store.value('SELECT max(id) FROM job'))
  const idsOf = (count: number): number[] =>
    store
      .all('SELECT id FROM job WHERE id % ? = 1 LIMIT ?', [Math.floor(highest / count), count])
      .map(({ id }) => Number(id))

  addEntries(store, highest, highest + some, write)
  const holds = [await held(`index ${some} new entries`, () => catchUp(store))]
  for (const id of idsOf(some)) store.run(`UPDATE result SET edited = text || ' changed' WHERE job = ?`, [id])
  holds.push(await held(`index ${some} changed entries`, () => catchUp(store)))
  holds.push(await held('tidy up, with the first backup', () => library.tidy()))
  for (const count of [1, 100, 5000]) {
    const ids = idsOf(count)
    holds.push(await held(`delete ${ids.length} for good, in the backup too`, () => library.deletion.purge(ids)))
  }
  await library.close()
  store.close()
  // As one that met damage has left it: all of it is looked at.
  writeFileSync(places.suspicion, '')
  const opening = Promise.withResolvers<Store>()
  holds.push(await held('open it after a crash', async () => opening.resolve(await openStoreAside(places.folder))))
  const opened = await opening.promise
  const rest = open(opened)
  const all = opened.all('SELECT id FROM job').map(({ id }) => Number(id))
  holds.push(await held(`delete ${all.length}, all that is left`, () => rest.deletion.purge(all)))
  await rest.close()
  opened.close()
  return holds
}

async function held(title: string, work: () => Promise<unknown>): Promise<Hold> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const start = performance.now()
  delay.enable()
  await work()
  const total = performance.now() - start
  // The last moment is written down with the next turn of the timer.
  await pause(10)
  delay.disable()
  return { title, total, longest: delay.max / 1e6 }
}
