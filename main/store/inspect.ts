import { existsSync, rmSync, statSync } from 'node:fs'
import { Failure } from '../failure.ts'
import { backupsIn } from './backup.ts'
import { connect } from './connection.ts'
import { databaseFailure, isDamage } from './errors.ts'
import { isClaimed } from './lock.ts'
import type { Places } from './places.ts'

/** What was found before the database is used. */
export type Finding =
  /** There is no library here yet. */
  | { readonly state: 'new' }
  | { readonly state: 'sound' }
  /** There was a library: its pictures or backups are here, its database is not. */
  | { readonly state: 'lost' }
  | { readonly state: 'damaged'; readonly cause: unknown }

/**
 * Databases up to this size are checked at every start: `quick_check` reads about 500 MB a second from the system's cache.
 * Larger ones are checked after a process died, and after damage was met.
 */
const alwaysChecked = 64 * 1024 * 1024

/** Looks at the database file. Throws `library-damaged` when it is damaged but another process still uses it. */
export function inspect(places: Places): Finding {
  const size = statSync(places.database, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return isUsed(places) ? { state: 'lost' } : { state: 'new' }
  const suspected = existsSync(places.suspicion)
  const used = isClaimed(places.use)
  // The last process to close takes the log away; one that lies here without a process was left by one that died.
  const unclean = !used && (statSync(`${places.database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const look = size <= alwaysChecked || suspected || unclean ? checkPages : readSchema
  const finding = judged(() => look(places.database))
  if (finding.state === 'damaged' && used) throw databaseFailure(finding.cause)
  if (suspected && finding.state === 'sound') rmSync(places.suspicion, { force: true })
  return finding
}

/** An empty library has neither. */
function isUsed(places: Places): boolean {
  return existsSync(places.pictures) || backupsIn(places).length > 0
}

function readSchema(file: string): void {
  const connection = connect(file)
  try {
    connection.get('SELECT count(*) FROM sqlite_schema')
  } finally {
    connection.close()
  }
}

function checkPages(file: string): void {
  const connection = connect(file)
  try {
    const first = connection.value('PRAGMA quick_check(1)')
    if (first !== 'ok') throw new Failure('library-damaged', "The library's database is damaged.", { cause: first })
  } finally {
    connection.close()
  }
}

function judged(look: () => void): Finding {
  try {
    look()
    return { state: 'sound' }
  } catch (cause) {
    if (isDamage(cause)) return { state: 'damaged', cause }
    throw cause
  }
}
