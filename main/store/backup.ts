import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Failure } from '../failure.ts'
import type { Connection } from './connection.ts'
import { type Places, stampOf } from './places.ts'

/** Between two backups, in milliseconds: a day. */
const interval = 24 * 3600 * 1000
/** How many periodic backups are kept, and as many copies from before migrations. */
const kept = 3

const periodic = /^library-(\d{8}T\d{9}Z)\.db$/
const migration = /^before-\d+-(\d{8}T\d{9}Z)\.db$/

/** Paths of all finished backups, the newest first. */
export function backupsIn(places: Places): string[] {
  return namesIn(places.backups)
    .flatMap((name) => {
      const stamp = (periodic.exec(name) ?? migration.exec(name))?.[1]
      return stamp === undefined ? [] : [{ stamp, path: join(places.backups, name) }]
    })
    .toSorted((left, right) => right.stamp.localeCompare(left.stamp))
    .map(({ path }) => path)
}

/** Whether the newest periodic backup is older than a day, or there is none. */
export function isBackupDue(places: Places, now: number): boolean {
  const newest = periodicIn(places)[0]
  return newest === undefined || newest < `library-${stampOf(now - interval)}.db`
}

/** Copies a database as it is before a migration changes it. Throws `disk`. */
export function backUpBefore(
  connection: Connection,
  { places, version, now }: { readonly places: Places; readonly version: number; readonly now: number }
): void {
  mkdirSync(places.backups, { recursive: true, mode: 0o700 })
  const target = join(places.backups, `before-${version + 1}-${stampOf(now)}.db`)
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  connection.run('VACUUM INTO ?', [partial])
  renameSync(partial, target)
  removeOld(
    places,
    namesIn(places.backups)
      .filter((name) => migration.test(name))
      .toSorted()
      .toReversed()
  )
}

/** Makes a periodic backup in a thread of its own; answers its path. Throws `disk` and `library-damaged`. */
export async function backUp(places: Places, now: number): Promise<string> {
  mkdirSync(places.backups, { recursive: true, mode: 0o700 })
  const target = join(places.backups, `library-${stampOf(now)}.db`)
  const partial = `${target}.${process.pid}.partial`
  try {
    await copyInThread(places.database, partial)
    renameSync(partial, target)
  } finally {
    rmSync(partial, { force: true })
  }
  removeOld(places, periodicIn(places))
  return target
}

/** What the thread is given and what it answers. */
export interface BackupOrder {
  readonly database: string
  readonly target: string
}
export type BackupReport =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: Failure['code']; readonly message: string }

async function copyInThread(database: string, target: string): Promise<void> {
  const order: BackupOrder = { database, target }
  const worker = new Worker(new URL('./backup-thread.ts', import.meta.url), { workerData: order })
  const report = await new Promise<BackupReport>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the backup ended without an answer')))
  })
  if (!report.ok) throw new Failure(report.code, report.message)
}

function removeOld(places: Places, newestFirst: readonly string[]): void {
  for (const name of newestFirst.slice(kept)) rmSync(join(places.backups, name), { force: true })
}

/** Names of periodic backups, the newest first. */
function periodicIn(places: Places): string[] {
  return namesIn(places.backups)
    .filter((name) => periodic.test(name))
    .toSorted()
    .toReversed()
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
}
