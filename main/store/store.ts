import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { type Said, say } from '../saying.ts'
import { backUp, isBackupDue } from './backup.ts'
import { type Connection, connect } from './connection.ts'
import { isDamage, unwritable } from './errors.ts'
import { alone, claim, claimAlone } from './lock.ts'
import { refuseNewer, versionOf } from './migrate.ts'
import { type Places, placesIn } from './places.ts'
import { prepare } from './prepare.ts'
import { prepareAside } from './prepare-aside.ts'

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
export function openStore(folder: string, options: StoreOptions = {}): Store {
  const places = prepareFolder(folder)
  if (!canWrite(places)) return openAsItIs(places, options)
  return alone(places.lock, () => openPrepared(places, prepare(places, timeOf(options)), options))
}

/**
 * `openStore` for who must not stand still: what takes seconds where the database is large, or another process has it, is
 * done in a thread.
 */
export async function openStoreAside(folder: string, options: StoreOptions = {}): Promise<Store> {
  const places = prepareFolder(folder)
  if (!canWrite(places)) return openAsItIs(places, options)
  const { notices, letIn } = await prepareAside(places.folder, timeOf(options))
  try {
    return openPrepared(places, notices, options)
  } finally {
    letIn()
  }
}

function timeOf({ now = Date.now }: StoreOptions): number {
  return now()
}

/** The places in the folder, which is made when it is missing. */
function prepareFolder(folder: string): Places {
  if (!isAbsolute(folder)) throw new TypeError(`not an absolute folder: ${folder}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    if (!existsSync(folder)) throw unwritable(cause)
  }
  return placesIn(folder)
}

function canWrite({ folder }: Places): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const asItIs = say(
  "The library's folder cannot be written, so the library is shown as it is: nothing new is kept, and what was changed last may be missing.",
  'library.as-it-is'
)

function openAsItIs(places: Places, options: StoreOptions): Store {
  if (!existsSync(places.database)) throw unwritable(new Error(`no database in a folder that cannot be written`))
  const connection = connect(places.database, { ...connectionOptions(options), readOnly: true, immutable: true })
  refuseNewer(versionOf(connection))
  return storeOn(connection, { places, ...options, notices: [asItIs] })
}

/** Whoever has prepared it still keeps others out. */
function openPrepared(places: Places, notices: readonly Said[], options: StoreOptions): Store {
  const connection = connect(places.database, connectionOptions(options))
  try {
    return storeOn(connection, { places, ...options, notices, release: claim(places.use) })
  } catch (thrown) {
    connection.close()
    throw thrown
  }
}

function connectionOptions({ patience }: StoreOptions): { patience?: number } {
  return patience === undefined ? {} : { patience }
}

interface StoreFacts extends Pick<StoreOptions, 'now'> {
  readonly places: Places
  readonly notices: readonly Said[]
  /** Ends the claim on the library; missing when nothing can be written. */
  readonly release?: () => void
}

function storeOn(connection: Connection, { places, now = Date.now, notices, release }: StoreFacts): Store {
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
