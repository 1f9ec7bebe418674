import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { asFailure, cancelled, Failure } from '../failure.ts'
import type { ReadOptions } from './source.ts'
import { tooManyBytes } from './too-many-bytes.ts'

/** Bytes asked for at once behind the end that the file had when it was opened. */
const growth = 64 * 1024

/** The bytes of a regular file, links followed. Throws `Failure` with a code `picture-…` or `disk`. */
export async function readPictureFile(path: string, maximum: number, options: ReadOptions): Promise<Uint8Array> {
  try {
    // Asked before opening: opening a device or a pipe may already do something.
    checkKind(path, await stat(path))
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readHandle(path, handle, maximum, options)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw fileFailure(path, error)
  }
}

interface Kind {
  isFile(): boolean
  isDirectory(): boolean
}

function checkKind(path: string, kind: Kind): void {
  if (kind.isFile()) return
  const what = kind.isDirectory() ? 'a folder' : 'a device or a pipe'
  throw new Failure('picture-not-a-file', `“${path}” is ${what}, not a file.`, { advice: 'Choose a picture file.' })
}

async function readHandle(
  path: string,
  handle: FileHandle,
  maximum: number,
  { signal, onProgress }: ReadOptions
): Promise<Uint8Array> {
  // Asked again: the path may lead elsewhere by now.
  const found = await handle.stat()
  checkKind(path, found)
  if (found.size > maximum) throw tooManyBytes(maximum)
  const parts: Uint8Array[] = []
  let received = 0
  for (;;) {
    if (signal?.aborted) throw cancelled(signal.reason)
    const room = Math.max(found.size - received, growth)
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(room), 0, room, null)
    if (bytesRead === 0) break
    received += bytesRead
    // The size was right when the file was opened; it may grow without end.
    if (received > maximum) throw tooManyBytes(maximum)
    parts.push(buffer.subarray(0, bytesRead))
    onProgress?.({ received, total: found.size })
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
}

/** Error codes of the system, by what they mean to a person. */
const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'])
const denied = new Set(['EACCES', 'EPERM', 'EBUSY'])

function fileFailure(path: string, error: unknown): Failure {
  const code = codeOf(error)
  if (missing.has(code)) {
    return new Failure('picture-missing', `There is no file “${path}”.`, { advice: 'Check the name.', cause: error })
  }
  if (denied.has(code)) {
    return new Failure('picture-denied', `The file “${path}” may not be read.`, {
      advice: 'Check its permissions, or copy it to a folder of yours.',
      cause: error
    })
  }
  return asFailure(error, 'disk', `The file “${path}” cannot be read.`)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
