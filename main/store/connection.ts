import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { onDatabase } from './errors.ts'

/** For `?` in order, or for `:name` by name. */
export type Values = readonly SQLInputValue[] | Readonly<Record<string, SQLInputValue>>

/** Names and values of the columns; nobody has checked them. */
export type Row = Record<string, SQLOutputValue>

/** One connection to a database, its statements prepared once. Throws `Failure` for what SQLite says. */
export interface Connection {
  /** Answers how many rows changed, and the id of the last one inserted. */
  run(sql: string, values?: Values): { readonly changes: number; readonly lastInsertRowid: number }
  /** The first row. */
  get(sql: string, values?: Values): Row | undefined
  /** The first column of the first row. */
  value(sql: string, values?: Values): SQLOutputValue | undefined
  all(sql: string, values?: Values): Row[]
  /** Rows one by one, for long walks; the walk may be left. */
  iterate(sql: string, values?: Values): IterableIterator<Row>
  /** Several statements without values. */
  execute(sql: string): void
  /**
   * Runs the work in one transaction that has the right to write from its start (`BEGIN IMMEDIATE`): all of it is kept, or,
   * when it throws, nothing. The work is synchronous and opens no other transaction.
   */
  transaction<T>(work: () => T): T
  readonly inTransaction: boolean
  close(): void
}

export interface ConnectionOptions {
  readonly readOnly?: boolean
  /** The file lies where nothing can be written: SQLite takes no locks and looks for no journal. */
  readonly immutable?: boolean
  /** How long a statement waits for another process, in milliseconds. */
  readonly patience?: number
  /** KiB of pages kept in memory. */
  readonly cache?: number
}

/** The app asks the same few dozen statements; more than this are generated ones. */
const mostStatements = 200

/** Opens a database file. Throws `Failure`. */
export function connect(file: string, options: ConnectionOptions = {}): Connection {
  const database = onDatabase(() => open(file, options))
  const statements = new Map<string, StatementSync>()

  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    if (statements.size >= mostStatements) statements.delete(statements.keys().next().value ?? '')
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  return {
    run: (sql, values = []) =>
      onDatabase(() => {
        const { changes, lastInsertRowid } = prepared(sql).run(...spread(values))
        return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) }
      }),
    get: (sql, values = []) => onDatabase(() => prepared(sql).get(...spread(values))),
    value: (sql, values = []) =>
      onDatabase(() => {
        const row = prepared(sql).get(...spread(values))
        return row && Object.values(row)[0]
      }),
    all: (sql, values = []) => onDatabase(() => prepared(sql).all(...spread(values))),
    // A statement of its own: walks may be inside each other.
    iterate: (sql, values = []) => guarded(onDatabase(() => database.prepare(sql).iterate(...spread(values)))),
    execute: (sql) => onDatabase(() => database.exec(sql)),
    transaction: (work) => transaction(database, work),
    get inTransaction() {
      return database.isTransaction
    },
    close: () => {
      if (database.isOpen) database.close()
    }
  }
}

function open(
  file: string,
  { readOnly = false, immutable = false, patience = 5000, cache = 16_384 }: ConnectionOptions
) {
  const location = immutable ? new URL(`${pathToFileURL(file).href}?immutable=1`) : file
  const database = new DatabaseSync(location, { readOnly, timeout: patience })
  try {
    database.exec(`PRAGMA cache_size = -${cache}`)
    if (!readOnly) {
      database.exec('PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON')
      // A quarter of SQLite's own: whoever fills the log brings it into the file within the same statement.
      database.exec('PRAGMA wal_autocheckpoint = 250')
    }
    return database
  } catch (thrown) {
    database.close()
    throw thrown
  }
}

/** node:sqlite takes names as the first argument, places as all of them. */
function spread(values: Values): SQLInputValue[] {
  return Array.isArray(values) ? values : ([values] as unknown as SQLInputValue[])
}

function* guarded(rows: IterableIterator<Row>): IterableIterator<Row> {
  try {
    for (;;) {
      const next = onDatabase(() => rows.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    rows.return?.()
  }
}

function transaction<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) throw new Error('a transaction inside a transaction')
  onDatabase(() => database.exec('BEGIN IMMEDIATE'))
  try {
    const value = work()
    if (value instanceof Promise) throw new TypeError('the work of a transaction has to be synchronous')
    onDatabase(() => database.exec('COMMIT'))
    return value
  } catch (thrown) {
    // A full disk or a damaged page may have ended it already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw thrown
  }
}
