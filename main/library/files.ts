import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../failure.ts'
import { diskFull, unwritable } from '../store/errors.ts'

/** Ends of names of files that are being written. */
export const partialEnding = '.partial'

/**
 * Writes a file that is there whole or not at all, also after a power cut: a temporary one beside it, made durable and
 * renamed. Only the person can read it. Throws `disk`.
 */
export async function writeWhole(path: string, write: (file: FileWriter) => Promise<void>): Promise<void> {
  const partial = `${path}.${randomBytes(6).toString('hex')}${partialEnding}`
  await onDisk(async () => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    try {
      const file = await open(partial, 'wx', 0o600)
      try {
        await write({ write: (bytes) => file.writeFile(bytes) })
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(partial, path)
      await syncFolder(dirname(path))
    } catch (thrown) {
      await rm(partial, { force: true })
      throw thrown
    }
  })
}

/** Takes bytes one after the other. */
export interface FileWriter {
  readonly write: (bytes: Uint8Array | string) => Promise<void>
}

/** Runs work on the library's files and tells its errors as `disk` failures; other failures pass. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Failure || !(cause instanceof Error && 'syscall' in cause)) throw cause
    throw 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') ? diskFull(cause) : unwritable(cause)
  }
}

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Makes names durable; Windows has no such call for folders and refuses to open them. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
