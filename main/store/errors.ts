import { Failure } from '../failure.ts'
import { saying } from '../saying.ts'

/** Primary result codes of SQLite (sqlite.org/rescode.html) that have a meaning of their own here. */
const codes = { busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 }

/** What of an error of node:sqlite the library needs to know. */
interface SqliteError extends Error {
  /** Extended result code; the lowest byte is the primary one. */
  readonly errcode: number
}

/** Runs work on the database and tells its errors as failures; other errors pass. */
export function onDatabase<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw databaseFailure(thrown)
  }
}

/** A `Failure` for what SQLite says; whatever else was thrown comes back as it is. */
export function databaseFailure(thrown: unknown): unknown {
  if (!isSqliteError(thrown)) return thrown
  switch (thrown.errcode & 0xff) {
    case codes.busy:
    case codes.locked:
      return busy(thrown)
    case codes.full:
      return diskFull(thrown)
    case codes.corrupt:
    case codes.notADatabase:
      return damaged(thrown)
    case codes.ioError:
    case codes.readOnly:
    case codes.cannotOpen:
      return unwritable(thrown)
    default:
      return thrown
  }
}

/** Whether SQLite says that the file is not, or is no longer, a sound database. */
export function isDamage(thrown: unknown): boolean {
  const told = databaseFailure(thrown)
  return told instanceof Failure && told.code === 'library-damaged'
}

/** The failure of a disk, or a person's share of it, that has no room left. */
export function diskFull(cause?: unknown): Failure {
  return new Failure('disk', 'There is not enough space left on the disk of the library.', {
    advice: 'Free some space: what was kept so far is safe, and the work goes on from there.',
    saying: saying('library.no-room'),
    ...(cause !== undefined && { cause })
  })
}

/** The failure of a folder or file of the library that cannot be read or written. */
export function unwritable(cause: unknown): Failure {
  return new Failure('disk', 'The files of the library cannot be read or written.', {
    advice: "Check the permissions of the library's folder and that its disk works.",
    cause
  })
}

function busy(cause: unknown): Failure {
  return new Failure('library-busy', 'Another program has been writing to the library for too long.', {
    advice: 'Wait a moment and try again; close other windows and commands of Glyphlens when it stays so.',
    cause
  })
}

function damaged(cause: unknown): Failure {
  return new Failure('library-damaged', "The library's database is damaged.", {
    advice: 'Close every window and command of Glyphlens and start it again: it then repairs the library.',
    cause
  })
}

function isSqliteError(thrown: unknown): thrown is SqliteError {
  return thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number'
}
