import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createMover, type Mover, type MoverPorts } from '../../../../main/bridge/library/move.ts'
import type { Failure } from '../../../../main/failure.ts'
import { libraryFolder } from '../../../../main/library/moving/place.ts'
import { openPreferences } from '../../../../main/settings/preferences.ts'
import { openStore, type Store } from '../../../../main/store/store.ts'
import type { LibraryEvent } from '../../../../preload/contract/library.ts'
import { rejectionOf, temporaryFolder } from '../../library/shelf.ts'
import { canMount, mountMemory } from '../../store/mounts.ts'

let data: string
let target: string

beforeEach(() => {
  data = temporaryFolder()
  target = join(temporaryFolder(), 'new')
})

interface Side extends Mover {
  readonly preferences: MoverPorts['preferences']
  readonly store: () => Store
  /** As an app that is quit. */
  readonly end: () => void
  /** What the person was asked and the app did, in order. */
  readonly log: string[]
  readonly told: LibraryEvent[]
  readonly trouble: Failure[]
}

/** The app on the data folder, as it is after a start; its person says yes. */
function start(some: Partial<MoverPorts> = {}): Side {
  const preferences = openPreferences(data)
  const log: string[] = []
  const told: LibraryEvent[] = []
  const trouble: Failure[] = []
  let opened: Store | undefined
  const store = (): Store => {
    opened ??= openStore(libraryFolder(data, preferences.get().library.folder))
    return opened
  }
  const end = (): void => opened?.close()
  onTestFinished(end)
  const mover = createMover({
    archive: () => ({ store: store() }),
    preferences,
    data,
    askPlace: async () => target,
    confirmPlace: async (what, folder) => {
      log.push(`${what} ${folder === target}`)
      return true
    },
    rest: async () => () => log.push('on'),
    restart: () => {
      log.push('restart')
      end()
    },
    emit: (event) => told.push(event),
    onTrouble: (failure) => trouble.push(failure),
    closing: new AbortController().signal,
    ...some
  })
  return { ...mover, preferences, store, end, log, told, trouble }
}

const remember = (store: Store, value: string): void =>
  void store.run(`INSERT INTO setting VALUES ('whose', ?)`, [value])
const whose = (store: Store): unknown => store.value(`SELECT value FROM setting WHERE key = 'whose'`)

describe('an empty folder', () => {
  test('becomes the place of the library; the former one goes at the next start', async () => {
    const before = start()
    remember(before.store(), 'ours')
    expect(await before.move()).toEqual({ kind: 'moved' })
    expect(before.log).toEqual(['move true', 'restart'])
    expect(before.preferences.get().library).toMatchObject({ folder: target, former: join(data, 'library') })
    expect(existsSync(join(data, 'library', 'library.db'))).toBe(true)

    const after = start()
    expect(whose(after.store())).toBe('ours')
    await after.finish()
    expect(existsSync(join(data, 'library'))).toBe(false)
    expect(after.preferences.get().library).toEqual({ folder: target })
    expect(after.trouble).toEqual([])
  })

  test('may be the usual one: then none is remembered', async () => {
    const before = start()
    remember(before.store(), 'ours')
    await before.move()
    const there = start()
    await there.finish()
    there.end()
    const back = start({ askPlace: async () => join(data, 'library') })
    expect(await back.move()).toEqual({ kind: 'moved' })
    expect(back.preferences.get().library).toEqual({ former: target })
    const home = start()
    expect(whose(home.store())).toBe('ours')
    await home.finish()
    expect(existsSync(target)).toBe(false)
    expect(home.preferences.get().library).toEqual({})
  })

  test.each<[string, Partial<MoverPorts>]>([
    ['a dialog that is closed', { askPlace: async () => undefined }],
    ['a no', { confirmPlace: async () => false }],
    ['an app that ends', { closing: AbortSignal.abort() }]
  ])('%s changes nothing', async (_title, some) => {
    const { move, preferences, store, log } = start(some)
    remember(store(), 'ours')
    expect(await move()).toEqual({ kind: 'cancelled' })
    expect(preferences.get().library).toEqual({})
    expect(log).not.toContain('restart')
    store().run(`DELETE FROM setting WHERE key = 'whose'`)
  })

  test('one that is called off while it goes on changes nothing', async () => {
    const side = start({
      rest: async () => {
        side.stay()
        return () => undefined
      }
    })
    expect(await side.move()).toEqual({ kind: 'cancelled' })
    expect(side.preferences.get().library).toEqual({})
    expect(readdirSync(target)).toEqual([])
  })

  test('is not asked for twice at once', async () => {
    const asked = Promise.withResolvers<string | undefined>()
    const { move } = start({ askPlace: () => asked.promise })
    const first = move()
    expect((await rejectionOf(move())).code).toBe('library-busy')
    asked.resolve(undefined)
    expect(await first).toEqual({ kind: 'cancelled' })
  })
})

describe('a folder with a library', () => {
  test('is opened instead, and the present one stays', async () => {
    const other = openStore(target)
    remember(other, 'theirs')
    other.close()
    const before = start()
    remember(before.store(), 'ours')
    expect(await before.move()).toEqual({ kind: 'moved' })
    expect(before.log).toEqual(['open true', 'restart'])
    const after = start()
    expect(whose(after.store())).toBe('theirs')
    await after.finish()
    expect(existsSync(join(data, 'library', 'library.db'))).toBe(true)
  })

  test('of a newer version is refused', async () => {
    const other = openStore(target)
    other.execute('PRAGMA user_version = 9999')
    other.close()
    const { move, preferences, log } = start()
    expect((await rejectionOf(move())).code).toBe('library-newer')
    expect(preferences.get().library).toEqual({})
    expect(log).toEqual(['open true'])
  })
})

describe('a folder that does not fit is refused, and nothing in it touched', () => {
  test.each<[string, (library: string) => string, string]>([
    [
      'with something else in it',
      () => (mkdirSync(target), writeFileSync(join(target, 'mine.txt'), ''), target),
      'else'
    ],
    ['of the library', (library) => library, 'already'],
    ['in the library', (library) => join(library, 'pictures'), 'itself']
  ])('%s', async (_title, choose, words) => {
    const { move, store, log } = start({ askPlace: async () => choose(join(data, 'library')) })
    store()
    const { code, message } = await rejectionOf(move())
    expect(code).toBe('usage')
    expect(message).toContain(words)
    expect(log).toEqual([])
  })
})

describe('a library that is not where it was put', () => {
  beforeEach(async () => await openPreferences(data).set({ library: { folder: join(data, 'unplugged') } }))

  test('is not begun anew by itself', () => {
    const { store } = start()
    expect(() => store()).toThrow('not where it was put')
    expect(existsSync(join(data, 'unplugged'))).toBe(false)
  })

  test('gives way to a new one when the person wants that', async () => {
    const before = start()
    expect(await before.move()).toEqual({ kind: 'moved' })
    expect(before.log).toEqual(['begin true', 'restart'])
    expect(start().store().places.folder).toBe(target)
  })
})

test.skipIf(!canMount())('a former folder that cannot be removed is told once', async () => {
  const before = start()
  before.store()
  await before.move()
  const pictures = join(data, 'library', 'pictures')
  mkdirSync(pictures)
  // Nothing removes a folder that is a disk.
  mountMemory(pictures, 64)
  const after = start()
  await after.finish()
  expect(after.trouble.map(({ message }) => message)).toEqual([expect.stringContaining(join(data, 'library'))])
  await after.finish()
  expect(after.trouble).toHaveLength(1)
  expect(after.store().readOnly).toBe(false)
})
