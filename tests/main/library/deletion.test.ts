import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { undoTime } from '../../../main/library/deletion.ts'
import { forgetAll } from '../../../main/library/forget-all.ts'
import { catchUp } from '../../../main/library/index.ts'
import { filesIn } from '../../../main/library/stats.ts'
import { backupsIn } from '../../../main/store/backup.ts'
import { connect } from '../../../main/store/connection.ts'
import { bytesOf } from './picture.ts'
import { openShelf, type Shelf } from './shelf.ts'

async function found({ library }: Shelf, words = ''): Promise<number[]> {
  const { hits } = await library.search({ words })
  return hits.map(({ entry }) => entry.id)
}

describe('hiding', () => {
  test('takes an entry out of lists and searches until it is undone', async () => {
    const shelf = openShelf()
    const [first, second] = [await shelf.add({ text: '发票 one' }), await shelf.add({ text: '发票 two' })]
    shelf.hide([first])
    expect(await found(shelf)).toEqual([second])
    expect(await found(shelf, '发票')).toEqual([second])
    shelf.hide([first], false)
    expect(await found(shelf, '发票')).toEqual([second, first])
  })

  test('becomes deletion after ten seconds', async () => {
    const shelf = openShelf()
    const id = await shelf.add({ text: 'x' })
    shelf.hide([id])
    shelf.clock.now += undoTime - 1
    expect(await shelf.library.deletion.purgeHidden()).toBe(0)
    shelf.clock.now += 1
    expect(await shelf.library.deletion.purgeHidden()).toBe(1)
    shelf.hide([id], false)
    expect(await found(shelf)).toEqual([])
  })
})

describe('purging', () => {
  test.each([1, 60])('leaves no trace: rows, index, picture, thumbnail, log and backups; of %i', async (count) => {
    const shelf = openShelf()
    const { library, store } = shelf
    const secret = 'xylophone 机密文件 98765'
    const kept = await shelf.add({ text: 'kept 北京' })
    const id = await shelf.add({ name: 'secret-name.png', text: secret, parameters: { question: 'secret-question' } })
    library.entries.addTurn(id, { question: 'secret-turn', answer: 'secret-answer' })
    await catchUp(store)
    const { picture } = library.entries.get(id)
    const ids = [id]
    while (ids.length < count) ids.push(await shelf.add({ text: `${secret} ${ids.length}`, picture: picture.id }))
    await catchUp(store)
    await library.pictures.thumbnail(picture.id)
    await store.backUpWhenDue()
    const [backup = ''] = backupsIn(store.places)
    expect(readFileSync(backup).includes('xylophone')).toBe(true)

    expect(await library.deletion.purge(ids)).toBe(count)

    expect(await found(shelf)).toEqual([kept])
    for (const words of ['xylophone', '机密', '98765', 'secret-turn', 'ylo'])
      expect(await found(shelf, words)).toEqual([])
    expect(await filesIn(store.places.thumbnails)).toEqual([])
    expect(await filesIn(store.places.pictures)).toHaveLength(1)
    const left = [store.places.database, `${store.places.database}-wal`, backup].filter((file) => existsSync(file))
    expect(left.length).toBeGreaterThan(1)
    const traces = ['xylophone', 'xyl', '机密', 'secret-', picture.id]
    for (const file of left) {
      const bytes = readFileSync(file)
      expect([file, traces.filter((trace) => bytes.includes(trace))]).toEqual([file, []])
    }
    const copy = connect(backup)
    expect(copy.value('PRAGMA integrity_check')).toBe('ok')
    expect(copy.value('SELECT count(*) FROM job')).toBe(1)
    expect(copy.value('SELECT count(*) FROM setting')).toBe(0)
    copy.close()
  })

  test('keeps a picture that another entry has, until that goes too', async () => {
    const shelf = openShelf()
    const picture = await shelf.library.pictures.keep(bytesOf(1), { format: 'png' })
    const [first, second] = [await shelf.add({ picture, text: 'a' }), await shelf.add({ picture, text: 'b' })]
    await shelf.library.deletion.purge([first])
    expect(await shelf.library.pictures.has(picture)).toBe(true)
    await shelf.library.deletion.purge([second])
    expect(await filesIn(shelf.store.places.pictures)).toEqual([])
  })

  test('keeps a picture that was kept again for an entry to come', async () => {
    const shelf = openShelf()
    const picture = await shelf.library.pictures.keep(bytesOf(1), { format: 'png' })
    const first = await shelf.add({ picture, text: 'a' })
    shelf.clock.now += 1
    await shelf.library.pictures.keep(bytesOf(1), { format: 'png' })
    await shelf.library.deletion.purge([first])
    const second = await shelf.add({ picture, text: 'b' })
    expect(shelf.library.entries.get(second).picture.id).toBe(picture)
    expect((await shelf.library.pictures.bytes(picture)).equals(bytesOf(1))).toBe(true)
  })

  test('leaves what is being worked on', async () => {
    const shelf = openShelf()
    const id = await shelf.add({ state: 'running' })
    expect(await shelf.library.deletion.purge([id])).toBe(0)
    expect(await found(shelf)).toEqual([id])
  })

  test('of everything rewrites the index by halves, so that no step goes through all of it', async () => {
    const shelf = openShelf()
    const picture = await shelf.library.pictures.keep(bytesOf(1), { format: 'png' })
    const ids: number[] = []
    for (let index = 0; index < 1100; index++) ids.push(await shelf.add({ picture, text: `北京 ab ${index}` }))
    await catchUp(shelf.store)
    const left: number[] = []
    const noting = Object.create(shelf.store, {
      execute: {
        value: (sql: string): void => {
          if (sql.includes("'merge', -")) left.push(Number(shelf.store.value('SELECT count(*) FROM job')))
          shelf.store.execute(sql)
        }
      }
    }) as Shelf['store']
    const uids = shelf.store.all('SELECT uid FROM job ORDER BY id').map(({ uid }) => String(uid))
    const progress: number[] = []
    expect(await forgetAll(noting, uids, { onProgress: (gone) => progress.push(gone) })).toBe(1100)
    expect(left).toEqual([550, 275, 137, 0])
    expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    expect(progress.at(-1)).toBe(1100)
    shelf.store.execute(`INSERT INTO gram (gram) VALUES ('integrity-check')`)
    expect(await found(shelf, '北京')).toEqual([])
  })

  test('that is called off can be done again', async () => {
    const shelf = openShelf()
    const picture = await shelf.library.pictures.keep(bytesOf(1), { format: 'png' })
    const ids: number[] = []
    for (let index = 0; index < 550; index++) ids.push(await shelf.add({ picture, text: `xylophone ${index}` }))
    await catchUp(shelf.store)
    const controller = new AbortController()
    const purging = shelf.library.deletion.purge(ids, {
      signal: controller.signal,
      onProgress: () => controller.abort()
    })
    await expect(purging).rejects.toThrow('aborted')
    expect(await found(shelf)).not.toEqual([])
    await shelf.library.deletion.purge(ids)
    await shelf.library.tidy()
    expect(await found(shelf)).toEqual([])
    expect(readFileSync(shelf.store.places.database).includes('xyl')).toBe(false)
  })

  test('that is called off while the backups are dealt with leaves all as it was', async () => {
    const shelf = openShelf()
    const id = await shelf.add({ text: 'xylophone' })
    await catchUp(shelf.store)
    await shelf.store.backUpWhenDue()
    const controller = new AbortController()
    const purging = shelf.library.deletion.purge([id], { signal: controller.signal })
    setImmediate(() => controller.abort())
    await expect(purging).rejects.toThrow('aborted')
    expect(await found(shelf, 'xylophone')).toEqual([id])
    expect(await shelf.library.deletion.purge([id])).toBe(1)
    const [backup = ''] = backupsIn(shelf.store.places)
    expect(readFileSync(backup).includes('xylophone')).toBe(false)
  })

  test('gives the room back', async () => {
    const shelf = openShelf()
    const ids: number[] = []
    for (let index = 0; index < 30; index++)
      ids.push(await shelf.add({ text: `${index} ${'a long text '.repeat(2000)}` }))
    await shelf.library.deletion.purge([])
    shelf.store.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    const before = readFileSync(shelf.store.places.database).length
    await shelf.library.deletion.purge(ids)
    expect(readFileSync(shelf.store.places.database).length).toBeLessThan(before / 2)
  })
})
