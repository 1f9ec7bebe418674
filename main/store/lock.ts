import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '../failure.ts'
import { onDatabase } from './errors.ts'

/** How long to wait for another process that opens, migrates or mends the library, in milliseconds. */
const patience = 60_000
/** Between two looks whether it has gone, in milliseconds. */
const look = 50

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

/** `alone` for a thread: while it waits for another process it can be ended. */
export async function aloneInTime<T>(file: string, work: () => T): Promise<T> {
  for (const end = performance.now() + patience; ; await pause(look)) {
    const leave = tryAlone(file, performance.now() < end)
    if (leave === undefined) continue
    try {
      return work()
    } finally {
      leave()
    }
  }
}

/** Undefined when another process is in there and that may be waited for. */
function tryAlone(file: string, mayWait: boolean): (() => void) | undefined {
  try {
    return claimAlone(file)
  } catch (thrown) {
    if (isBusy(thrown) && mayWait) return undefined
    throw thrown
  }
}

/** Says, until it is called off, that this process uses the library; several may say so at once. */
export function claim(file: string): () => void {
  const lock = onDatabase(() => new DatabaseSync(file, { timeout: patience }))
  // Reading takes a shared lock, and the transaction keeps it.
  onDatabase(() => lock.exec('BEGIN; SELECT count(*) FROM sqlite_schema'))
  return () => {
    if (lock.isOpen) lock.close()
  }
}

/** Keeps everybody from claiming it, until it is called off. Throws `library-busy` when somebody has claimed it. */
export function claimAlone(file: string): () => void {
  const lock = onDatabase(() => new DatabaseSync(file, { timeout: 0 }))
  try {
    onDatabase(() => lock.exec('BEGIN EXCLUSIVE'))
  } catch (thrown) {
    lock.close()
    throw thrown
  }
  return () => {
    if (lock.isOpen) lock.close()
  }
}

/** Whether some process has claimed it. */
export function isClaimed(file: string): boolean {
  try {
    claimAlone(file)()
    return false
  } catch (thrown) {
    if (isBusy(thrown)) return true
    throw thrown
  }
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.code === 'library-busy'
}
