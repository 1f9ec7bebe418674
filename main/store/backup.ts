import { mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runAside } from './aside.ts'
import type { Connection } from './connection.ts'
import { diskFull } from './errors.ts'
import { type Places, stampOf } from './places.ts'

/** Between two backups, in milliseconds: a day. */
const interval = 24 * 3600 * 1000
/** How many periodic backups are kept, and as many copies from before migrations. */
const kept = 3

/** Room that has to be there for a backup, in sizes of the database. */
const spare = 1.5

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

/**
 * Makes a periodic backup in a thread of its own; answers its path. Throws `library-damaged`, and `disk` also when it would
 * leave too little room for work to go on.
 */
export async function backUp(places: Places, now: number): Promise<string> {
  mkdirSync(places.backups, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = statfsSync(places.backups)
  if (bavail * bsize < statSync(places.database).size * spare) throw diskFull()
  const target = join(places.backups, `library-${stampOf(now)}.db`)
  const partial = `${target}.${process.pid}.partial`
  try {
    await runAside({ kind: 'copy', database: places.database, target: partial })
    renameSync(partial, target)
  } finally {
    rmSync(partial, { force: true })
  }
  removeOld(places, periodicIn(places))
  return target
}

/** Also what processes that died in the middle have left. */
function removeOld(places: Places, newestFirst: readonly string[]): void {
  const left = namesIn(places.backups).filter((name) => {
    const made = statSync(join(places.backups, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    return name.endsWith('.partial') && made < Date.now() - interval
  })
  for (const name of [...newestFirst.slice(kept), ...left]) rmSync(join(places.backups, name), { force: true })
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
