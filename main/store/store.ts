import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { Failure } from '../failure.ts'
import { type Said, say, saying } from '../saying.ts'
import { backUp, isBackupDue } from './backup.ts'
import { type Connection, connect } from './connection.ts'
import { isDamage, unwritable } from './errors.ts'
import { inspect } from './inspect.ts'
import { alone, claim, claimAlone } from './lock.ts'
import { migrate, refuseNewer, versionOf } from './migrate.ts'
import { type Places, placesIn } from './places.ts'
import { finishRebuild, rebuild } from './rebuild.ts'

/** The library's database, ready to be used. One for each process; several processes may have one at once. */
export interface Store extends Connection {
  readonly places: Places
  /** The folder cannot be written: reading works, writing throws `disk`. */
  readonly readOnly: boolean
  /** Sentences for the person about what happened at the start: damage, repair, a folder that cannot be written. */
  readonly notices: readonly Said[]
  /** Copies the database when the last copy is older than a day; answers whether it did. Throws `disk`. */
  backUpWhenDue(): Promise<boolean>
  /**
   * Keeps every other process out, and from writing this one too, until the answer is called or the store is closed. Throws
   * `library-busy` when another process uses the library, `disk` when it cannot be written.
   */
  hold(): () => void
}

export interface StoreOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** How long a statement waits for another process, in milliseconds. */
  readonly patience?: number
}

/**
 * Opens the library's database in an absolute folder, making both when they are missing. A damaged database is set aside
 * and made anew from what can be saved, as `notices` then tells. Throws `library-newer`, `library-busy`, `disk`, and
 * `library-damaged` when another process still uses the damaged file.
 */
export function openStore(folder: string, { now = Date.now, patience }: StoreOptions = {}): Store {
  if (!isAbsolute(folder)) throw new TypeError(`not an absolute folder: ${folder}`)
  const places = placesIn(folder)
  const options = patience === undefined ? {} : { patience }
  if (!prepareFolder(folder)) return storeOn(openAsItIs(places, options), { places, now, notices: [asItIs] })
  return alone(places.lock, () => {
    const notices = mend(places, now())
    const connection = connect(places.database, options)
    try {
      prepareDatabase(connection, places, now())
      return storeOn(connection, { places, now, notices, release: claim(places.use) })
    } catch (thrown) {
      connection.close()
      throw thrown
    }
  })
}

const asItIs = say(
  "The library's folder cannot be written, so the library is shown as it is: nothing new is kept, and what was changed last may be missing.",
  'library.as-it-is'
)

/** Whether the folder, made when missing, can be written. */
function prepareFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return true
  } catch (cause) {
    if (existsSync(folder)) return false
    throw unwritable(cause)
  }
}

function openAsItIs(places: Places, options: { patience?: number }): Connection {
  if (!existsSync(places.database)) throw unwritable(new Error(`no database in a folder that cannot be written`))
  const connection = connect(places.database, { ...options, readOnly: true, immutable: true })
  refuseNewer(versionOf(connection))
  return connection
}

/** Looks at the database before it is used, and makes it anew when it is damaged; answers sentences for the person. */
function mend(places: Places, now: number): Said[] {
  finishRebuild(places)
  const finding = inspect(places)
  if (finding.state === 'new' || finding.state === 'sound') return []
  return rebuild(places, now)
}

function prepareDatabase(connection: Connection, places: Places, now: number): void {
  requireSearch(connection)
  if (versionOf(connection) === 0) connection.execute('PRAGMA auto_vacuum = INCREMENTAL')
  connection.execute('PRAGMA journal_mode = WAL')
  migrate({ connection, places, now })
}

function requireSearch(connection: Connection): void {
  const options = connection.all('PRAGMA compile_options')
  if (options.some((option) => option.compile_options === 'ENABLE_FTS5')) return
  throw new Failure('internal', 'This build of Node has an SQLite without full text search.', {
    advice: 'Use an official build of Node, 22.18 or later.',
    saying: saying('library.cannot-search')
  })
}

interface StoreFacts {
  readonly places: Places
  readonly now: () => number
  readonly notices: readonly Said[]
  /** Ends the claim on the library; missing when nothing can be written. */
  readonly release?: () => void
}

function storeOn(connection: Connection, { places, now, notices, release }: StoreFacts): Store {
  const readOnly = release === undefined
  let leave = release
  const noticing = <T>(work: () => T): T => {
    try {
      return work()
    } catch (thrown) {
      if (!readOnly && isDamage(thrown)) rememberDamage(places)
      throw thrown
    }
  }
  return {
    places,
    readOnly,
    notices,
    run: (sql, values) => noticing(() => connection.run(sql, values)),
    get: (sql, values) => noticing(() => connection.get(sql, values)),
    value: (sql, values) => noticing(() => connection.value(sql, values)),
    all: (sql, values) => noticing(() => connection.all(sql, values)),
    iterate: (sql, values) => connection.iterate(sql, values),
    execute: (sql) => noticing(() => connection.execute(sql)),
    transaction: (work) => noticing(() => connection.transaction(work)),
    get inTransaction() {
      return connection.inTransaction
    },
    close: () => {
      connection.close()
      leave?.()
    },
    hold: () => {
      if (leave === undefined) throw unwritable(new Error('it is shown as it is'))
      leave()
      try {
        leave = claimAlone(places.use)
      } catch (thrown) {
        leave = claim(places.use)
        throw thrown
      }
      const letIn = leave
      connection.execute('PRAGMA query_only = ON')
      return () => {
        letIn()
        leave = claim(places.use)
        connection.execute('PRAGMA query_only = OFF')
      }
    },
    backUpWhenDue: async () => {
      if (readOnly || !isBackupDue(places, now())) return false
      try {
        await backUp(places, now())
      } catch (thrown) {
        if (isDamage(thrown)) rememberDamage(places)
        throw thrown
      }
      return true
    }
  }
}

function rememberDamage(places: Places): void {
  try {
    writeFileSync(places.suspicion, '')
  } catch {
    // Without it the next start finds the damage too, only later.
  }
}
