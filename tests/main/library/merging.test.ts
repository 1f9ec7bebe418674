import { describe, expect, test } from 'vitest'
import { catchUp, indexEntry } from '../../../main/library/index.ts'
import { changeIndex, mergeIndex, noteGone, sweepIndex } from '../../../main/library/merging.ts'
import type { Store } from '../../../main/store/store.ts'
import { bytesOf } from './picture.ts'
import { openShelf, type Shelf } from './shelf.ts'

/** Rows that one look for something to merge changes: one when there is nothing. */
async function rowsMerged(store: Store): Promise<number> {
  const changes = (): number => Number(store.value('SELECT total_changes()'))
  const before = changes()
  await mergeIndex(store)
  return changes() - before
}

/** Entries of words that no other has, all with one picture. */
async function fillWithWords(shelf: Shelf, count: number): Promise<void> {
  const picture = await shelf.library.pictures.keep(bytesOf(1), { format: 'png' })
  let random = 1
  const word = (): string => {
    random = (random * 48_271) % 2_147_483_647
    return random.toString(36)
  }
  for (let entry = 0; entry < count; entry++) {
    await shelf.add({ picture, text: Array.from({ length: 60 }, word).join(' ') })
  }
}

function indexNext(store: Store): void {
  indexEntry(store, Number(store.value('SELECT job FROM stale LIMIT 1')))
}

describe('the index', () => {
  test('is merged in steps of ours, all of it, and never by FTS5 within a transaction', async () => {
    const shelf = openShelf()
    const settings = shelf.store.all(`SELECT k, v FROM gram_config WHERE k <> 'version' ORDER BY k`)
    expect(settings.map(({ k, v }) => [k, v])).toEqual([
      ['automerge', 0],
      ['secure-delete', 0]
    ])
    await fillWithWords(shelf, 500)
    // A part each: FTS5 would have merged them.
    for (let part = 0; part < 8; part++) shelf.store.transaction(() => indexNext(shelf.store))
    expect(await rowsMerged(shelf.store)).toBeGreaterThan(1)
    await catchUp(shelf.store)
    expect(await rowsMerged(shelf.store)).toBe(1)
    expect(await sweepIndex(shelf.store)).toBe(false)
  })

  test('finds what entries say now, and nothing else', async () => {
    const shelf = openShelf()
    await fillWithWords(shelf, 300)
    await catchUp(shelf.store)
    shelf.store.execute(`UPDATE result SET edited = 'other words ' || job WHERE job % 10 = 9`)
    await catchUp(shelf.store)
    expect(await sweepIndex(shelf.store)).toBe(true)
    shelf.store.execute(`INSERT INTO gram (gram) VALUES ('integrity-check')`)
    expect((await shelf.library.search({ words: 'other words 199' })).hits).toHaveLength(1)
    expect((await shelf.library.search({ words: 'other words' })).hits).toHaveLength(30)
  })

  test('is brought up to date for a while, and the rest the next time', async () => {
    const shelf = openShelf()
    await fillWithWords(shelf, 200)
    const left = (): unknown => shelf.store.value('SELECT count(*) FROM stale')
    expect(await catchUp(shelf.store, 0)).toBe(false)
    expect(left()).toBe(199)
    expect(await catchUp(shelf.store)).toBe(true)
    expect(left()).toBe(0)
  })
})

describe('sweeping', () => {
  test('is still to be done when something was marked meanwhile', async () => {
    const shelf = openShelf()
    await fillWithWords(shelf, 300)
    await catchUp(shelf.store)
    shelf.store.transaction(() => noteGone(shelf.store))
    const sweeping = sweepIndex(shelf.store)
    shelf.store.transaction(() => noteGone(shelf.store))
    expect(await sweeping).toBe(true)
    expect(await sweepIndex(shelf.store)).toBe(true)
    expect(await sweepIndex(shelf.store)).toBe(false)
  })

  test.each([
    ['before it began', AbortSignal.abort(), 1],
    ['after a step', undefined, 8]
  ])('goes on where it was called off %s', async (_, called, parts) => {
    const shelf = openShelf()
    await fillWithWords(shelf, 300)
    for (let part = 0; part < parts; part++) shelf.store.transaction(() => indexNext(shelf.store))
    shelf.store.transaction(() => noteGone(shelf.store))
    const controller = new AbortController()
    const sweeping = sweepIndex(shelf.store, called ?? controller.signal)
    controller.abort()
    await expect(sweeping).rejects.toThrow('aborted')
    expect(await sweepIndex(shelf.store)).toBe(true)
    expect(await sweepIndex(shelf.store)).toBe(false)
  })
})

test('a change that is called off keeps what was kept', async () => {
  const shelf = openShelf()
  const controller = new AbortController()
  const step = (): boolean => {
    shelf.store.run('INSERT INTO setting VALUES (?, ?)', [
      String(shelf.store.value('SELECT count(*) FROM setting')),
      ''
    ])
    return true
  }
  const changing = changeIndex(shelf.store, step, { signal: controller.signal, onKept: () => controller.abort() })
  await expect(changing).rejects.toThrow('aborted')
  expect(Number(shelf.store.value('SELECT count(*) FROM setting'))).toBeGreaterThan(0)
})
