import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileOf } from '../../../main/library/pictures.ts'
import { filesIn } from '../../../main/library/stats.ts'
import { canMount, mountMemory } from '../store/mounts.ts'
import { bytesOf } from './picture.ts'
import { openShelf, rejectionOf, temporaryFolder } from './shelf.ts'

describe('keeping a picture', () => {
  test('stores the same bytes once, for the person alone, under their hash', async () => {
    const { store, library } = openShelf()
    const id = await library.pictures.keep(bytesOf(1), { format: 'png', width: 1, height: 1 })
    const again = await library.pictures.keep(bytesOf(1), { format: 'png' })
    expect(again).toBe(id)
    const [file = '', ...others] = await filesIn(store.places.pictures)
    expect(others).toEqual([])
    expect(file).toBe(join(store.places.pictures, id.slice(0, 2), `${id}.png`))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file).equals(bytesOf(1))).toBe(true)
    expect(store.get('SELECT bytes, width, height FROM picture')).toEqual({
      bytes: bytesOf(1).length,
      width: 1,
      height: 1
    })
  })

  test('many times at once is the same as once', async () => {
    const { store, library } = openShelf()
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => library.pictures.keep(bytesOf(1), { format: 'png' }))
    )
    expect(new Set(ids).size).toBe(1)
    expect(await filesIn(store.places.pictures)).toHaveLength(1)
    expect((await library.pictures.bytes(ids[0] ?? '')).equals(bytesOf(1))).toBe(true)
  })

  test('mends a file that has another size', async () => {
    const { store, library } = openShelf()
    const id = await library.pictures.keep(bytesOf(1), { format: 'png' })
    writeFileSync(fileOf(store.places.pictures, id, 'png'), 'half')
    await library.pictures.keep(bytesOf(1), { format: 'png' })
    expect((await library.pictures.bytes(id)).equals(bytesOf(1))).toBe(true)
  })

  test.skipIf(!canMount())('on a full disk leaves nothing half-written, and works when there is room', async () => {
    const folder = temporaryFolder()
    mountMemory(folder, 2048)
    const { store, library } = openShelf(folder)
    const large = Buffer.alloc(4 * 1024 * 1024, 7)
    expect((await rejectionOf(library.pictures.keep(large, { format: 'png' }))).code).toBe('disk')
    expect(await filesIn(store.places.pictures)).toEqual([])
    const id = await library.pictures.keep(bytesOf(1), { format: 'png' })
    expect((await library.pictures.bytes(id)).equals(bytesOf(1))).toBe(true)
  })
})

describe('a picture that somebody else has deleted', () => {
  test('is told as such, and the entry keeps its text', async () => {
    const { store, library, add } = openShelf()
    const job = await add({ text: 'still here' })
    const { picture } = library.entries.get(job)
    rmSync(fileOf(store.places.pictures, picture.id, 'png'))
    expect((await rejectionOf(library.pictures.bytes(picture.id))).code).toBe('library-picture-missing')
    expect((await rejectionOf(library.pictures.thumbnail(picture.id))).code).toBe('library-picture-missing')
    expect(await library.pictures.has(picture.id)).toBe(false)
    expect(library.entries.get(job).result?.text).toBe('still here')
  })

  test('is no picture when it was never here', async () => {
    const { library } = openShelf()
    expect((await rejectionOf(library.pictures.bytes('0'.repeat(64)))).code).toBe('library-picture-missing')
  })
})

test('a thumbnail is made once, however many ask at once', async () => {
  const { library, store } = openShelf()
  const id = await library.pictures.keep(bytesOf(1), { format: 'png' })
  const paths = await Promise.all([1, 2, 3].map(() => library.pictures.thumbnail(id)))
  expect(new Set(paths)).toEqual(new Set([fileOf(store.places.thumbnails, id, 'webp')]))
  expect(readFileSync(paths[0] ?? '').equals(bytesOf(1).subarray(0, 8))).toBe(true)
  expect(readdirSync(join(store.places.thumbnails, id.slice(0, 2)))).toEqual([`${id}.webp`])
  expect(existsSync(store.places.backups)).toBe(false)
})
