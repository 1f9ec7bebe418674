import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Said, say } from '../saying.ts'
import { backupsIn } from './backup.ts'
import { type Connection, connect } from './connection.ts'
import { isDamage, onDatabase } from './errors.ts'
import { migrate } from './migrate.ts'
import { adoptPictures } from './orphans.ts'
import { type Places, stampOf } from './places.ts'
import { mendReferences, rescue } from './rescue.ts'

/**
 * Makes the database anew from what the damaged one still tells, the newest sound backup and the picture folder, and sets
 * the damaged one aside. Answers sentences for the person. When it is cut short, the next start begins it again.
 */
export function rebuild(places: Places, now: number): Said[] {
  const partial = `${places.rebuilt}.partial`
  removeDatabase(partial)
  const connection = connect(partial)
  const told: Said[] = []
  try {
    connection.execute('PRAGMA auto_vacuum = INCREMENTAL')
    migrate({ connection, places, now })
    // Rows come before what they refer to; `mendReferences` sets that right at the end.
    connection.execute('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF')
    const saved = existsSync(places.database) ? rescueFrom(places.database, connection) : 0
    const restored = restoreFromBackups(places, connection)
    const adopted = connection.transaction(() => adoptPictures(connection, places, now))
    connection.transaction(() => mendReferences(connection))
    told.push(summary({ saved, restored, adopted }))
    connection.execute('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
  renameSync(partial, places.rebuilt)
  const aside = setAside(places, now)
  finishRebuild(places)
  rmSync(places.suspicion, { force: true })
  const happened =
    aside === undefined
      ? "The library's database was missing, so it was made anew."
      : `The library's database was damaged, so it was made anew. The damaged one was kept in ${aside}.`
  return [say(happened, 'library.rebuilt', { aside: aside ?? '' }), ...told]
}

/** Puts a finished rebuild in its place, when the process that made it died before it could. */
export function finishRebuild(places: Places): void {
  if (existsSync(places.rebuilt) && !existsSync(places.database)) renameSync(places.rebuilt, places.database)
}

function summary(counts: { readonly saved: number; readonly restored: number; readonly adopted: number }): Said {
  const { saved, restored, adopted } = counts
  const parts = [
    `${saved} entries were saved from it`,
    `${restored} came from a backup`,
    `${adopted} pictures that no entry knew became entries again`
  ]
  return say(`${parts.join(', ')}.`, 'library.saved', counts)
}

/** Answers how many entries were saved. A file that is no database at all holds none. */
function rescueFrom(file: string, target: Connection): number {
  let source: Connection | undefined
  try {
    source = connect(file, { readOnly: true })
    return rescue(source, target)
  } catch (thrown) {
    if (isDamage(thrown)) return 0
    throw thrown
  } finally {
    source?.close()
  }
}

/** Adds what the newest sound backup has and the new database has not. */
function restoreFromBackups(places: Places, target: Connection): number {
  for (const file of backupsIn(places)) {
    if (isSound(file)) return rescueFrom(file, target)
  }
  return 0
}

function isSound(file: string): boolean {
  try {
    const connection = connect(file, { readOnly: true })
    try {
      return connection.value('PRAGMA quick_check(1)') === 'ok'
    } finally {
      connection.close()
    }
  } catch (thrown) {
    if (isDamage(thrown)) return false
    throw thrown
  }
}

/** Answers where the damaged database went, undefined when there was none. */
function setAside(places: Places, now: number): string | undefined {
  if (!existsSync(places.database)) return undefined
  const aside = join(places.damaged, stampOf(now))
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  // The log first: a database without its log is still one, a log without its database could meet another one.
  for (const suffix of ['-wal', '-shm', '']) {
    const file = `${places.database}${suffix}`
    if (existsSync(file)) renameSync(file, join(aside, `library.db${suffix}`))
  }
  return aside
}

function removeDatabase(file: string): void {
  onDatabase(() => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
  })
}
