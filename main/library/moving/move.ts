import { existsSync } from 'node:fs'
import { mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import { runAside } from '../../store/aside.ts'
import { connect } from '../../store/connection.ts'
import { diskFull } from '../../store/errors.ts'
import { type Places, placesIn } from '../../store/places.ts'
import type { Store } from '../../store/store.ts'
import { onDisk } from '../files.ts'
import { bytesOf, copyFiles, type FileList, listFiles, removeLibrary, settle } from './files.ts'
import { movingMark } from './place.ts'

export interface MoveOptions {
  readonly store: Store
  /** Absolute; `lookAtPlace` has found it empty. */
  readonly folder: string
  /** Called off, everything is as it was before; not any more when `switchTo` was called. */
  readonly signal: AbortSignal
  /** From 0 to 1, by bytes. */
  readonly progress: (done: number) => void
  /** Ends all work with the library; the answer begins it again. */
  readonly rest: () => Promise<() => void>
  /** Remembers for good that the library lies in the new folder. */
  readonly switchTo: () => Promise<void>
}

/** Never changed once they are there, so that they can be copied while the work goes on. Small pictures are made anew. */
const pictures = ['pictures']
const others = ['backups', 'damaged']

/** Bytes that have to be left on the disk besides. */
const spare = 64 * 1024 * 1024

/**
 * Brings a copy of the library to another folder and, when it is proven, has it remembered as the library. At any moment
 * one folder is the library, and whole: the old one until `switchTo` has ended, which stays as it is even then. Afterwards
 * nobody can write to it any more; who goes on has to open the new one. Throws `library-busy`, `disk`, `library-damaged`,
 * and what the signal was aborted with; what was brought is then removed.
 */
export async function moveLibrary(options: MoveOptions): Promise<void> {
  const { store, folder, signal, progress, switchTo } = options
  const from = store.places
  const to = placesIn(folder)
  requireAlone(store)
  try {
    await prepare(to)
    const first = await listFiles(from.folder, pictures)
    await requireRoom(from, to, bytesOf(first))
    await bring(from, to, { files: first, signal, progress: (bytes) => progress(share(bytes, bytesOf(first))) })
    await atRest(options, async () => {
      await complete(from, to, signal)
      signal.throwIfAborted()
      await switchTo()
    })
  } catch (thrown) {
    // What cannot be removed is marked, and gone before the next attempt.
    await clear(folder).catch(() => undefined)
    throw busyOf(thrown)
  }
}

/** Runs what has to be done while nobody writes; only when it fails, all goes on as before. */
async function atRest({ store, rest }: MoveOptions, work: () => Promise<void>): Promise<void> {
  const undo = [await rest()]
  try {
    undo.unshift(store.hold())
    await work()
  } catch (thrown) {
    for (const again of undo) again()
    throw thrown
  }
}

/** What is brought at the end, when nobody writes: it takes the rest of the progress. */
function share(bytes: number, all: number): number {
  return all === 0 ? 0 : (bytes / all) * 0.95
}

async function prepare({ folder }: Places): Promise<void> {
  await clear(folder)
  await onDisk(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, movingMark), '', { mode: 0o600 })
  })
  await settle(join(folder, movingMark))
}

/** What an earlier move, or this one, has brought. */
async function clear(folder: string): Promise<void> {
  if (existsSync(join(folder, movingMark))) await removeLibrary(folder)
}

async function requireRoom(from: Places, to: Places, bytes: number): Promise<void> {
  const { bavail, bsize } = await onDisk(() => statfs(to.folder))
  const database = bytesOf(await listFiles(from.folder, others)) + databaseBytes(from)
  if (bavail * bsize < bytes + database + spare) throw diskFull()
}

/** With free pages, which a copy has not: an upper bound. */
function databaseBytes({ database }: Places): number {
  const connection = connect(database, { readOnly: true })
  try {
    return Number(connection.value('PRAGMA page_count')) * Number(connection.value('PRAGMA page_size'))
  } finally {
    connection.close()
  }
}

interface Bringing {
  readonly files: FileList
  readonly signal: AbortSignal
  readonly progress: (bytes: number) => void
}

async function bring(from: Places, to: Places, { files, signal, progress }: Bringing): Promise<void> {
  let bytes = 0
  await copyFiles({
    from: from.folder,
    to: to.folder,
    paths: [...files.keys()],
    signal,
    copied: (path) => {
      bytes += files.get(path) ?? 0
      progress(bytes)
    }
  })
}

/** While nothing changes: what came since, without what went since, and the database, all of it looked at. */
async function complete(from: Places, to: Places, signal: AbortSignal): Promise<void> {
  const all = await listFiles(from.folder, [...pictures, ...others])
  const there = await listFiles(to.folder, pictures)
  const missing = new Map([...all].filter(([path, size]) => there.get(path) !== size))
  await removeGone(to, there, all)
  await bring(from, to, { files: missing, signal, progress: () => undefined })
  await copyDatabase(from, to)
  const copies = await listFiles(to.folder, [...pictures, ...others])
  const isWhole = copies.size === all.size && [...all].every(([path, size]) => copies.get(path) === size)
  if (!isWhole) throw notWhole('files are missing')
}

/** What was deleted for good meanwhile is not to come back. */
async function removeGone({ folder }: Places, there: FileList, all: FileList): Promise<void> {
  for (const path of there.keys()) if (!all.has(path)) await onDisk(() => rm(join(folder, path), { force: true }))
}

async function copyDatabase(from: Places, to: Places): Promise<void> {
  const partial = `${to.database}.partial`
  await runAside({ kind: 'copy', database: from.database, target: partial })
  const finding = await runAside({ kind: 'check', database: partial })
  if (finding !== 'ok' || countsOf(partial) !== countsOf(from.database)) throw notWhole(finding)
  await settle(partial)
  await onDisk(() => rename(partial, to.database))
  await settle(to.database)
}

/** How much of everything there is. */
function countsOf(database: string): string {
  const connection = connect(database, { readOnly: true })
  try {
    const tables = ['picture', 'batch', 'job', 'result', 'turn', 'setting', 'document']
    const counts = tables.map((table) => connection.value(`SELECT count(*) FROM ${table}`))
    return [connection.value('PRAGMA user_version'), ...counts].join(' ')
  } finally {
    connection.close()
  }
}

function requireAlone(store: Store): void {
  try {
    store.hold()()
  } catch (thrown) {
    throw busyOf(thrown)
  }
}

function busyOf(thrown: unknown): unknown {
  if (!(thrown instanceof Failure) || thrown.code !== 'library-busy') return thrown
  return new Failure('library-busy', 'A command of Glyphlens is using the library, so it cannot be moved now.', {
    advice: 'Wait for it or end it, and try again.',
    saying: saying('library.used-elsewhere'),
    cause: thrown
  })
}

function notWhole(cause: string): Failure {
  return new Failure('disk', 'The copy of the library is not whole, so the library stays where it is.', {
    advice: 'Check the disk of the new folder, or choose another folder.',
    saying: saying('library.copy-not-whole'),
    cause: new Error(cause)
  })
}
