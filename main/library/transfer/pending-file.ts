import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../failure.ts'

/** A file that appears under its name only when it is complete: whoever looks earlier sees the former one, or none. */
export interface PendingFile {
  write(content: string | Uint8Array): Promise<void>
  /** Puts the file in its place. */
  commit(): Promise<void>
  /** Leaves no trace. May be called after `commit`, and then does nothing. */
  discard(): Promise<void>
}

/** Opens a file for writing beside `path`. Throws `Failure` with code `disk`. */
export async function openPendingFile(path: string): Promise<PendingFile> {
  try {
    // A link stays a link: what it points at is replaced.
    const target = await realpath(path).catch(() => path)
    const present = await stat(target).catch(() => undefined)
    // A device or a pipe (/dev/null, /dev/stdout) is written to; a rename would put a file in its place.
    if (present !== undefined && !present.isFile() && !present.isDirectory()) {
      return passThrough(target, await open(target, 'w'))
    }
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`)
    return replacing(target, temporary, await open(temporary, 'wx', present?.mode))
  } catch (error) {
    throw writeFailure(path, error)
  }
}

function replacing(target: string, temporary: string, handle: FileHandle): PendingFile {
  let settled = false
  return {
    write: (content) => writeTo(target, handle, content),
    async commit() {
      try {
        await handle.sync()
        await handle.close()
        await rename(temporary, target)
        settled = true
      } catch (error) {
        throw writeFailure(target, error)
      }
    },
    async discard() {
      if (settled) return
      settled = true
      await handle.close()
      await rm(temporary, { force: true })
    }
  }
}

function passThrough(target: string, handle: FileHandle): PendingFile {
  return {
    write: (content) => writeTo(target, handle, content),
    commit: () => handle.close(),
    discard: () => handle.close()
  }
}

async function writeTo(target: string, handle: FileHandle, content: string | Uint8Array): Promise<void> {
  try {
    await handle.writeFile(content)
  } catch (error) {
    throw writeFailure(target, error)
  }
}

/** Writes a whole file at once, or leaves the former one. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const file = await openPendingFile(path)
  try {
    await file.write(content)
    await file.commit()
  } finally {
    await file.discard()
  }
}

/** Writes a whole file to a path inside `folder`; folders that are not there are made. Throws `disk`. */
export async function writeInto(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name)
  try {
    await mkdir(dirname(path), { recursive: true })
  } catch (error) {
    throw writeFailure(path, error)
  }
  await writeWhole(path, content)
}

const adviceByCode: Readonly<Record<string, string>> = {
  ENOENT: 'The folder does not exist: make it first, or name another.',
  ENOTDIR: 'A part of the path is a file, not a folder.',
  EEXIST: 'A part of the path is a file, not a folder.',
  EISDIR: 'It is a folder: end the name with / to write one file for each picture into it.',
  EACCES: 'You may not write there: choose another folder.',
  EPERM: 'You may not write there: choose another folder.',
  EROFS: 'That disk is read-only: choose another folder.',
  ENOSPC: 'The disk is full: make room and try again.'
}

function writeFailure(path: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const advice = adviceByCode[code]
  return new Failure('disk', `“${path}” could not be written.`, { ...(advice && { advice }), cause: error })
}
