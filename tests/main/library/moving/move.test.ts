import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../../../main/library/library.ts'
import { removeFormer } from '../../../../main/library/moving/former.ts'
import { type MoveOptions, moveLibrary } from '../../../../main/library/moving/move.ts'
import { lookAtPlace, movingMark } from '../../../../main/library/moving/place.ts'
import { openStore } from '../../../../main/store/store.ts'
import { canMount, mountMemory, remountReadOnly } from '../../store/mounts.ts'
import { failureOf, openShelf, rejectionOf, type Shelf, temporaryFolder } from '../shelf.ts'

const mountable = canMount()

/** A library with five entries, a backup, and a folder that is to be its next. */
async function scene(): Promise<Shelf & { readonly target: string }> {
  const shelf = openShelf()
  for (const text of ['one', 'two 北京', 'three', 'four', 'five']) await shelf.add({ text })
  mkdirSync(shelf.store.places.backups)
  writeFileSync(join(shelf.store.places.backups, 'library-20261101T000000000Z.db'), 'a backup')
  return { ...shelf, target: join(temporaryFolder(), 'Bilder 图库') }
}

/** Whatever the test does not say: nobody rests, nothing is remembered. */
function options({ store, target }: Shelf & { readonly target: string }, more: Partial<MoveOptions> = {}): MoveOptions {
  return {
    store,
    folder: target,
    signal: new AbortController().signal,
    progress: () => undefined,
    rest: async () => () => undefined,
    switchTo: async () => undefined,
    ...more
  }
}

/** What a library says when it is opened: its entries with their texts, and whether all pictures are sound. */
async function contentsOf(folder: string): Promise<unknown> {
  const store = openStore(folder)
  const library = openLibrary({ store, makeThumbnail: async (bytes) => bytes })
  try {
    const { hits } = await library.search({ words: 'e', limit: 200 })
    const { total } = await library.search({ total: true })
    const texts = store.all('SELECT j.uid, r.text FROM job j LEFT JOIN result r ON r.job = j.id ORDER BY j.id')
    return {
      notices: store.notices,
      total,
      found: hits.length,
      texts,
      findings: await library.check({ thorough: true })
    }
  } finally {
    await library.close()
    store.close()
  }
}

describe('moving', () => {
  test('brings everything, proven before it is remembered, and leaves the former as it is', async () => {
    const all = await scene()
    const told: number[] = []
    const log: string[] = []
    await moveLibrary(
      options(all, {
        progress: (done) => told.push(done),
        rest: async () => {
          log.push('rest')
          return () => log.push('on')
        },
        switchTo: async () => {
          log.push('switch')
          expect(existsSync(join(all.target, 'library.db'))).toBe(true)
        }
      })
    )
    expect(log).toEqual(['rest', 'switch'])
    expect(told).toEqual(told.toSorted((left, right) => left - right))
    expect(told.length).toBe(5)
    expect(readFileSync(join(all.target, 'backups', 'library-20261101T000000000Z.db'), 'utf8')).toBe('a backup')
    const moved = await contentsOf(all.target)
    expect(moved).toMatchObject({ notices: [], total: 5, found: 3 })
    await all.library.close()
    all.store.close()
    expect(await contentsOf(all.folder)).toEqual(moved)
  })

  test('afterwards nobody writes to the former one any more', async () => {
    const all = await scene()
    await moveLibrary(options(all))
    expect(failureOf(() => all.store.run(`INSERT INTO setting VALUES ('late', '1')`)).code).toBe('disk')
  })

  test('takes along what came meanwhile, and not what was deleted for good', async () => {
    const all = await scene()
    let late = 0
    const [gone] = all.store.all('SELECT picture FROM job WHERE id = 1')
    await moveLibrary(
      options(all, {
        rest: async () => {
          late = await all.add({ text: 'late' })
          await all.library.deletion.purge([1])
          return () => undefined
        }
      })
    )
    expect(await contentsOf(all.target)).toMatchObject({ total: 5, findings: { missing: [], orphans: [], unused: [] } })
    expect(late).toBe(6)
    const names = readdirSync(join(all.target, 'pictures'), { recursive: true }).map(String)
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(5)
    expect(names.some((name) => name.includes(String(gone?.['picture'])))).toBe(false)
  })

  test('can be called off while it copies: then nothing is there, and the work goes on', async () => {
    const all = await scene()
    const calling = new AbortController()
    const moving = moveLibrary(options(all, { signal: calling.signal, progress: () => calling.abort() }))
    await expect(moving).rejects.toThrow('aborted')
    expect(readdirSync(all.target)).toEqual([])
    await all.add({ text: 'six' })
    await moveLibrary(options(all))
    expect(await contentsOf(all.target)).toMatchObject({ total: 6 })
  })

  test('that cannot be remembered has not been', async () => {
    const all = await scene()
    const log: string[] = []
    const moving = moveLibrary(
      options(all, {
        rest: async () => () => log.push('on'),
        switchTo: () => Promise.reject(new TypeError('no settings'))
      })
    )
    await expect(moving).rejects.toThrow('no settings')
    expect(log).toEqual(['on'])
    expect(readdirSync(all.target)).toEqual([])
    await all.add({ text: 'six' })
    expect((await all.library.search({ total: true })).total).toBe(6)
  })

  test('waits for no other process: who uses the library is told of', async () => {
    const all = await scene()
    const child = fork(new URL('../../store/holding-process.ts', import.meta.url), [all.folder])
    try {
      await once(child, 'message')
      const { code, message } = await rejectionOf(moveLibrary(options(all)))
      expect(code).toBe('library-busy')
      expect(message).toContain('cannot be moved now')
      expect(existsSync(all.target)).toBe(false)
      await all.add({ text: 'six' })
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })

  test.skipIf(!mountable)('into a full disk changes nothing', async () => {
    const all = await scene()
    const disk = temporaryFolder()
    mountMemory(disk, 256)
    const target = join(disk, 'library')
    expect((await rejectionOf(moveLibrary(options({ ...all, target })))).code).toBe('disk')
    expect(readdirSync(target)).toEqual([])
    await all.add({ text: 'six' })
  })

  test.skipIf(!mountable)('onto a disk that cannot be written changes nothing', async () => {
    const all = await scene()
    const disk = temporaryFolder()
    mountMemory(disk, 100_000)
    remountReadOnly(disk)
    expect((await rejectionOf(moveLibrary(options({ ...all, target: join(disk, 'library') })))).code).toBe('disk')
    await all.add({ text: 'six' })
  })

  test.skipIf(!mountable)('onto a disk that fails on the way changes nothing', async () => {
    const all = await scene()
    const disk = temporaryFolder()
    mountMemory(disk, 100_000)
    const rest = async (): Promise<() => void> => {
      remountReadOnly(disk)
      return () => undefined
    }
    expect((await rejectionOf(moveLibrary(options({ ...all, target: join(disk, 'library') }, { rest })))).code).toBe(
      'disk'
    )
    await all.add({ text: 'six' })
  })
})

describe('a process that is killed', () => {
  test.each([
    ['while pictures are copied', ['former']],
    ['when the work has ended', ['former']],
    ['while the rest is copied', ['former', 'new']],
    ['before the switch', ['former']],
    ['behind the switch', ['new']],
    ['at the end', ['new']]
  ])('%s leaves one whole library', async (moment, which) => {
    const all = await scene()
    await all.library.close()
    all.store.close()
    const whole = await contentsOf(all.folder)
    const preference = join(temporaryFolder(), 'place')
    writeFileSync(preference, all.folder)
    const child = fork(new URL('./moving-process.ts', import.meta.url), [all.folder, all.target, moment, preference])
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    const place = readFileSync(preference, 'utf8')
    expect(which).toContain(place === all.target ? 'new' : 'former')
    expect(await contentsOf(place)).toEqual(whole)
    if (place === all.target) return
    // What is left in the other folder is no library to anybody, and not in the way of another attempt.
    expect(lookAtPlace(all.target, place)).toBe('empty')
    const store = openStore(place)
    await moveLibrary(options({ ...all, store }))
    store.close()
    expect(await contentsOf(all.target)).toEqual(whole)
  })
})

describe('the former folder', () => {
  test('goes with all that is the library’s; what is of others stays', async () => {
    const all = await scene()
    writeFileSync(join(all.folder, 'letters.txt'), 'mine')
    await moveLibrary(options(all))
    await all.library.close()
    all.store.close()
    expect(await removeFormer(all.target, all.folder)).toBe(true)
    expect(readdirSync(all.folder)).toEqual(['letters.txt'])
    expect(readdirSync(all.target)).not.toContain(movingMark)
    expect(await contentsOf(all.target)).toMatchObject({ total: 5 })
    expect(await removeFormer(all.target, all.folder)).toBe(true)
  })

  test('goes itself when nothing else is in it', async () => {
    const all = await scene()
    await moveLibrary(options(all))
    await all.library.close()
    all.store.close()
    expect(await removeFormer(all.target, all.folder)).toBe(true)
    expect(existsSync(all.folder)).toBe(false)
  })

  test('waits for a process that still uses it', async () => {
    const all = await scene()
    expect(await removeFormer(all.target, all.folder)).toBe(false)
    expect(existsSync(all.store.places.database)).toBe(true)
  })

  test('is never the one that is used', async () => {
    const all = await scene()
    expect(await removeFormer(all.folder, all.folder)).toBe(true)
    expect(existsSync(all.store.places.database)).toBe(true)
    rmSync(all.target, { recursive: true, force: true })
  })
})
