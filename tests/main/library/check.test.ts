import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { fileOf } from '../../../main/library/pictures.ts'
import { bytesOf } from './picture.ts'
import { openShelf } from './shelf.ts'

const sound = { missing: [], changed: [], orphans: [], unused: [] }
const hour = 3600 * 1000

test('a sound library has no findings', async () => {
  const { library, add } = openShelf()
  await add({ text: 'a' })
  expect(await library.check({ thorough: true })).toEqual(sound)
})

test('everything that is wrong is found, and what belongs to nothing is removed', async () => {
  const { library, store, add, clock } = openShelf()
  const ids = [await add({ text: 'a' }), await add({ text: 'b' }), await add({ text: 'c' })]
  const [gone = '', shorter = '', other = ''] = ids.map((id) => library.entries.get(id).picture.id)
  const unused = await library.pictures.keep(bytesOf(1_000_000), { format: 'png' })
  const file = (id: string): string => fileOf(store.places.pictures, id, 'png')
  rmSync(file(gone))
  writeFileSync(file(shorter), 'short')
  writeFileSync(file(other), Buffer.alloc(readFileSync(file(other)).length))
  const orphans = [join(store.places.pictures, 'aa', `${'a'.repeat(64)}.png`), `${file(gone)}.1234.partial`]
  mkdirSync(join(store.places.pictures, 'aa'), { recursive: true })
  clock.now = Date.now() + 3 * hour
  for (const orphan of orphans) {
    writeFileSync(orphan, 'x')
    utimesSync(orphan, 1, 1)
  }
  const findings = await library.check({ mend: true })
  expect(findings).toEqual({
    missing: [gone],
    changed: [shorter],
    orphans: expect.arrayContaining(orphans),
    unused: [unused]
  })
  expect((await library.check({ thorough: true })).changed.toSorted()).toEqual([shorter, other].toSorted())
  expect(await library.check({})).toMatchObject({ orphans: [], unused: [] })
})

test('a damaged index is made anew', async () => {
  const { library, store, add } = openShelf()
  const id = await add({ text: '北京 harbour' })
  await library.search({ words: 'harbour' })
  // SQLite lets nobody write there who does not say so.
  const raw = new DatabaseSync(store.places.database, { defensive: false })
  raw.exec(`UPDATE gram_data SET block = zeroblob(length(block)) WHERE id > 100`)
  raw.close()
  expect((await library.check({ mend: true })).database).toContain('gram')
  const { hits } = await library.search({ words: 'harbour 京' })
  expect(hits.map(({ entry }) => entry.id)).toEqual([id])
  expect(await library.check({ thorough: true })).toEqual(sound)
})

test('what is on its way is left alone', async () => {
  const { library, store, clock } = openShelf()
  clock.now = Date.now()
  await library.pictures.keep(bytesOf(1), { format: 'png' })
  writeFileSync(join(store.places.pictures, 'on-its-way.partial'), 'x')
  expect(await library.check({ mend: true })).toEqual(sound)
})

test('statistics count entries, pictures and bytes', async () => {
  const { library, add, hide } = openShelf()
  await add({ text: 'a', starred: true })
  const id = await add({ text: 'b', task: 'ask', state: 'failed', source: 'capture' })
  hide([id])
  const stats = await library.stats()
  expect(stats).toMatchObject({
    entries: 2,
    starred: 1,
    hidden: 1,
    pictures: 2,
    states: { done: 1, failed: 1 },
    tasks: { read: 1, ask: 1 },
    sources: { file: 1, capture: 1 }
  })
  expect(stats.bytes.pictures).toBeGreaterThan(100)
  expect(stats.bytes.database).toBeGreaterThan(10_000)
  expect([stats.bytes.thumbnails, stats.bytes.damaged]).toEqual([0, 0])
})

test('tidying deletes what was hidden and makes a backup', async () => {
  const { library, add, clock, hide } = openShelf()
  const id = await add({ text: 'a' })
  hide([id])
  clock.now += 11_000
  await library.tidy()
  const { entries, bytes } = await library.stats()
  expect(entries).toBe(0)
  expect(bytes.backups).toBeGreaterThan(0)
})
