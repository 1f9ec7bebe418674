import { DatabaseSync } from 'node:sqlite'
import { onDatabase } from './errors.ts'

/** How long to wait for another process that opens, migrates or mends the library, in milliseconds. */
const patience = 60_000

/**
 * Runs the work while no other process is in here with the same file. The lock is one of the system's, taken through an
 * empty SQLite database, so that it ends with the process that holds it. Throws `library-busy`.
 */
export function alone<T>(file: string, work: () => T): T {
  const lock = onDatabase(() => new DatabaseSync(file, { timeout: patience }))
  try {
    onDatabase(() => lock.exec('BEGIN EXCLUSIVE'))
    return work()
  } finally {
    lock.close()
  }
}
