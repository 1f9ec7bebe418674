import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Failure } from '../../../main/failure.ts'
import { backupsIn } from '../../../main/store/backup.ts'
import { connect } from '../../../main/store/connection.ts'
import { placesIn } from '../../../main/store/places.ts'
import { migrations } from '../../../main/store/schema.ts'
import { openStore, openStoreAside, type Store, type StoreOptions } from '../../../main/store/store.ts'
import { createUid, timeOf } from '../../../main/store/uid.ts'
import { failureOf, rejectionOf, temporaryFolder } from '../library/shelf.ts'
import { canMount, mountMemory, remountReadOnly } from './mounts.ts'

const mountable = canMount()

function open(folder: string, options?: StoreOptions): Store {
  const store = openStore(folder, options)
  onTestFinished(() => store.close())
  return store
}

function setting(store: Store, key: string): unknown {
  return store.value('SELECT value FROM setting WHERE key = ?', [key])
}

describe('openStore', () => {
  test('makes a database with a log, cascades, and deletion that leaves nothing', () => {
    const store = open(join(temporaryFolder(), 'deep', 'library'))
    expect(store.notices).toEqual([])
    expect(store.value('PRAGMA journal_mode')).toBe('wal')
    expect(store.value('PRAGMA foreign_keys')).toBe(1)
    expect(store.value('PRAGMA secure_delete')).toBe(1)
    expect(store.value('PRAGMA auto_vacuum')).toBe(2)
    expect(store.value('PRAGMA user_version')).toBe(migrations.length)
    expect(statSync(store.places.folder).mode & 0o777).toBe(0o700)
  })

  test('opens what it has made', () => {
    const folder = temporaryFolder()
    const first = openStore(folder)
    first.run(`INSERT INTO setting VALUES ('a', '1')`)
    first.close()
    expect(setting(open(folder), 'a')).toBe('1')
  })

  test('refuses a database of a newer version and leaves it alone', () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    store.execute('PRAGMA user_version = 99')
    store.close()
    expect(failureOf(() => openStore(folder)).code).toBe('library-newer')
    expect(readdirSync(folder)).not.toContain('damaged')
  })

  test('refuses a folder that is a file', () => {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, '')
    expect(failureOf(() => openStore(path)).code).toBe('disk')
  })

  test('leaves nothing running: a process with an open library ends by itself', async () => {
    const child = fork(new URL('./opening-process.ts', import.meta.url), [temporaryFolder(), '1'])
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })
})

describe('openStoreAside', () => {
  test('leaves the thread that asks free: here it is the one that the library waits for', async () => {
    const folder = temporaryFolder()
    const { lock } = placesIn(folder)
    const holder = new DatabaseSync(lock)
    holder.exec('BEGIN EXCLUSIVE')
    const opening = openStoreAside(folder)
    // It would not be let in for a minute, if this thread stood still.
    for (let turn = 0; turn < 100; turn++) await nextTurn()
    holder.close()
    const store = await opening
    onTestFinished(() => store.close())
    expect(store.value('PRAGMA user_version')).toBe(migrations.length)
    expect(store.value('PRAGMA journal_mode')).toBe('wal')
  })

  test('mends what is damaged, and tells', async () => {
    const folder = temporaryFolder()
    openStore(folder).close()
    const { database } = placesIn(folder)
    writeFileSync(database, Buffer.alloc(statSync(database).size, 1))
    const store = await openStoreAside(folder)
    onTestFinished(() => store.close())
    expect(store.notices.map(({ saying }) => saying?.name)).toEqual(['library.rebuilt', 'library.saved'])
  })

  test('a failure comes with all that it says', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    store.execute('PRAGMA user_version = 99')
    store.close()
    const { code, message, advice } = failureOf(() => openStore(folder))
    expect(await rejectionOf(openStoreAside(folder))).toMatchObject({ code, message, advice })
    // Nobody is kept out afterwards.
    expect(failureOf(() => openStore(folder)).code).toBe('library-newer')
  })

  test('who opens it at the same time waits until it is in use, and then shares it', async () => {
    const folder = temporaryFolder()
    const stores = await Promise.all([1, 2, 3].map(() => openStoreAside(folder)))
    onTestFinished(() => stores.forEach((store) => store.close()))
    stores.forEach((store, index) => store.run('INSERT INTO setting VALUES (?, ?)', [String(index), '']))
    expect(stores[0]?.value('SELECT count(*) FROM setting')).toBe(3)
    expect(failureOf(() => stores[0]?.hold()).code).toBe('library-busy')
  })
})

describe('transaction', () => {
  test('keeps all or nothing', () => {
    const store = open(temporaryFolder())
    const work = (): void => {
      store.run(`INSERT INTO setting VALUES ('a', '1')`)
      throw new Error('no')
    }
    expect(() => store.transaction(work)).toThrow('no')
    expect(setting(store, 'a')).toBeUndefined()
    expect(store.inTransaction).toBe(false)
    expect(store.transaction(() => store.run(`INSERT INTO setting VALUES ('a', '2')`).changes)).toBe(1)
    expect(setting(store, 'a')).toBe('2')
  })

  test('has no other one inside', () => {
    const store = open(temporaryFolder())
    expect(() => store.transaction(() => store.transaction(() => 1))).toThrow('inside')
  })

  test('waits for another process as long as it is patient, then says so', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    const second = open(folder, { patience: 50 })
    first.transaction(() => {
      expect(failureOf(() => second.run(`INSERT INTO setting VALUES ('a', '1')`)).code).toBe('library-busy')
    })
    second.run(`INSERT INTO setting VALUES ('a', '1')`)
    expect(setting(first, 'a')).toBe('1')
  })
})

describe('several processes', () => {
  test('make, fill and read one library at once', async () => {
    const folder = temporaryFolder()
    const children = [1, 2, 3].map(() => fork(new URL('./opening-process.ts', import.meta.url), [folder, '20']))
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number))
    expect(codes).toEqual([0, 0, 0])
    const store = open(folder)
    expect(store.notices).toEqual([])
    expect(store.value('SELECT count(*) FROM setting')).toBe(60)
    expect(store.value('PRAGMA integrity_check')).toBe('ok')
  })
})

describe('backUpWhenDue', () => {
  test('copies once a day and keeps three', async () => {
    const clock = { now: Date.UTC(2026, 10, 1) }
    const store = open(temporaryFolder(), { now: () => clock.now })
    store.run(`INSERT INTO setting VALUES ('a', '1')`)
    const done: boolean[] = []
    for (let halfDay = 0; halfDay < 12; halfDay++) {
      done.push(await store.backUpWhenDue())
      clock.now += 12 * 3600 * 1000 + 1
    }
    expect(done.filter(Boolean)).toHaveLength(6)
    expect(readdirSync(store.places.backups)).toHaveLength(3)
    const [newest = ''] = backupsIn(store.places)
    const copy = connect(newest, { readOnly: true })
    onTestFinished(() => copy.close())
    expect(copy.value('SELECT value FROM setting')).toBe('1')
  })
})

describe.skipIf(!mountable)('a file system', () => {
  test('that cannot be written shows the library as it is', () => {
    const folder = temporaryFolder()
    mountMemory(folder, 4096)
    const store = openStore(folder)
    store.run(`INSERT INTO setting VALUES ('a', '1')`)
    store.close()
    remountReadOnly(folder)
    const shown = open(folder)
    expect(shown.readOnly).toBe(true)
    expect(shown.notices).toHaveLength(1)
    expect(setting(shown, 'a')).toBe('1')
    expect(failureOf(() => shown.run(`INSERT INTO setting VALUES ('b', '1')`)).code).toBe('disk')
  })

  test('that cannot be written and has no library is refused', () => {
    const folder = temporaryFolder()
    mountMemory(folder, 1024)
    remountReadOnly(folder)
    expect(failureOf(() => openStore(folder)).code).toBe('disk')
  })

  test('that is full refuses what does not fit, and takes it when there is room', () => {
    const folder = temporaryFolder()
    mountMemory(folder, 2048)
    const store = open(folder)
    const write = (key: string, size: number): void => {
      store.transaction(() => store.run('INSERT INTO setting VALUES (?, ?)', [key, 'x'.repeat(size)]))
    }
    write('small', 1000)
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(600 * 1024))
    expect(failureOf(() => write('large', 4 * 1024 * 1024)).code).toBe('disk')
    expect(store.inTransaction).toBe(false)
    expect(setting(store, 'large')).toBeUndefined()
    expect(store.value('PRAGMA integrity_check')).toBe('ok')
    write('after', 1000)
    expect(setting(store, 'after')).toHaveLength(1000)
  })

  test('that is full at the start is told as such', () => {
    const folder = temporaryFolder()
    mountMemory(folder, 64)
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(60 * 1024))
    expect(failureOf(() => openStore(folder)).code).toBe('disk')
    expect(existsSync(join(folder, 'damaged'))).toBe(false)
  })
})

test('uids are of version 7 and sort by time', () => {
  const early = createUid(1_000_000_000_000)
  const late = createUid(1_000_000_000_001)
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < late).toBe(true)
  expect(createUid(1_000_000_000_000)).not.toBe(early)
  expect([timeOf(early), timeOf(late), timeOf('x')]).toEqual([1_000_000_000_000, 1_000_000_000_001, undefined])
})

test('every failure of the store tells what to do next', () => {
  const folder = temporaryFolder()
  const store = openStore(folder)
  store.execute('PRAGMA user_version = 99')
  store.close()
  const failure = failureOf(() => openStore(folder))
  expect(failure).toBeInstanceOf(Failure)
  expect(failure.advice).toBeTruthy()
})
