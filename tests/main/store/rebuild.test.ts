import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catchUp } from '../../../main/library/index.ts'
import { openStore } from '../../../main/store/store.ts'
import { failureOf, openShelf, temporaryFolder } from '../library/shelf.ts'

const entries = 40

/** A closed library of forty entries; answers its folder. */
async function filled({ backup = false }: { readonly backup?: boolean } = {}): Promise<string> {
  const shelf = openShelf()
  for (let index = 0; index < entries; index++) {
    await shelf.add({
      name: `entry ${index}`,
      text: `北京 text number ${index} ${'long '.repeat(300)}`,
      starred: index === 3
    })
  }
  await catchUp(shelf.store)
  if (backup) await shelf.store.backUpWhenDue()
  await shelf.library.close()
  shelf.store.close()
  return shelf.folder
}

function flip(file: string, from: number, length: number): void {
  const bytes = readFileSync(file)
  for (let at = from; at < Math.min(from + length, bytes.length); at++) bytes[at] = (bytes[at] ?? 0) ^ 0xa5
  writeFileSync(file, bytes)
}

const database = (folder: string): string => join(folder, 'library.db')

describe('a damaged database', () => {
  const damages: [string, (file: string) => void][] = [
    ['its first page', (file) => flip(file, 0, 4096)],
    ['its header', (file) => flip(file, 0, 16)],
    ['a page in the middle', (file) => flip(file, 20 * 4096, 4096)],
    ['many pages', (file) => flip(file, 8 * 4096, 40 * 4096)],
    ['its second half', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096)],
    ['all its bytes', (file) => writeFileSync(file, 'not a database at all '.repeat(1000))],
    ['everything', (file) => truncateSync(file, 0)],
    ['itself', (file) => rmSync(file)]
  ]

  test.each(damages)('that lost %s is made anew with every entry, from a backup', async (_what, damage) => {
    const folder = await filled({ backup: true })
    damage(database(folder))
    const shelf = openShelf(folder)
    expect(shelf.store.notices.length).toBeGreaterThan(0)
    expect(shelf.store.value('PRAGMA integrity_check')).toBe('ok')
    expect(shelf.store.all('PRAGMA foreign_key_check')).toEqual([])
    expect(shelf.store.value('SELECT count(*) FROM job')).toBe(entries)
    expect(shelf.store.value('SELECT count(*) FROM result')).toBe(entries)
    expect(shelf.store.value('SELECT count(*) FROM job WHERE starred = 1')).toBe(1)
    const { hits } = await shelf.library.search({ words: '北京 "number 17"' })
    expect(hits.map(({ entry }) => entry.name)).toEqual(['entry 17'])
  })

  test.each(damages)('that lost %s and has no backup still shows every picture', async (_what, damage) => {
    const folder = await filled()
    damage(database(folder))
    const shelf = openShelf(folder)
    expect(shelf.store.notices.length).toBeGreaterThan(0)
    expect(shelf.store.value('PRAGMA integrity_check')).toBe('ok')
    expect(shelf.store.all('PRAGMA foreign_key_check')).toEqual([])
    expect(shelf.store.value('SELECT count(DISTINCT picture) FROM job')).toBe(entries)
    expect(shelf.store.value(`SELECT count(*) FROM job WHERE state = 'queued' AND batch IS NULL`)).toBe(0)
    for (const { picture } of shelf.store.all('SELECT picture FROM job')) {
      expect((await shelf.library.pictures.bytes(String(picture))).length).toBeGreaterThan(0)
    }
  })

  test('is set aside, not deleted, and the next start is an ordinary one', async () => {
    const folder = await filled()
    flip(database(folder), 20 * 4096, 4096)
    const damaged = readFileSync(database(folder))
    const store = openStore(folder)
    store.close()
    const [aside = ''] = readdirSync(join(folder, 'damaged'))
    expect(readFileSync(join(folder, 'damaged', aside, 'library.db')).equals(damaged)).toBe(true)
    expect(store.notices.map(({ message }) => message).join(' ')).toContain(aside)
    const again = openStore(folder)
    expect(again.notices).toEqual([])
    again.close()
  })

  test('loses no row that can still be read', async () => {
    const folder = await filled()
    const file = database(folder)
    // The last pages belong to the index, which is made anew.
    flip(file, readFileSync(file).length - 2 * 4096, 4096)
    const shelf = openShelf(folder)
    expect(shelf.store.value('SELECT count(*) FROM result')).toBe(entries)
  })

  test('that another process uses is not touched', async () => {
    const folder = await filled()
    const child = fork(new URL('./holding-process.ts', import.meta.url), [folder])
    await once(child, 'message')
    flip(database(folder), 8 * 4096, 40 * 4096)
    expect(failureOf(() => openStore(folder)).code).toBe('library-damaged')
    expect(existsSync(join(folder, 'damaged'))).toBe(false)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const store = openStore(folder)
    expect(store.notices.length).toBeGreaterThan(0)
    store.close()
  })

  test('met while it is used is remembered for the next start', async () => {
    const folder = await filled()
    writeFileSync(join(folder, 'suspicion'), '')
    const store = openStore(folder)
    expect(store.notices).toEqual([])
    expect(existsSync(join(folder, 'suspicion'))).toBe(false)
    store.close()
  })
})

test('a rebuild that was cut short between its two renames is finished', async () => {
  const folder = await filled()
  renameSync(database(folder), join(folder, 'rebuilt.db'))
  const store = openStore(folder)
  expect(store.notices).toEqual([])
  expect(store.value('SELECT count(*) FROM job')).toBe(entries)
  store.close()
})

test('a process that was killed leaves a sound library', async () => {
  const folder = temporaryFolder()
  const child = fork(new URL('./holding-process.ts', import.meta.url), [folder, 'write'])
  await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const store = openStore(folder)
  expect(store.notices).toEqual([])
  expect(store.value('PRAGMA integrity_check')).toBe('ok')
  expect(store.value('SELECT count(*) FROM setting')).toBeGreaterThanOrEqual(100)
  store.close()
})
