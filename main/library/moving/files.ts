import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { isMissing, onDisk } from '../files.ts'
import { libraryDatabase, libraryNames, movingMark } from './place.ts'

/** Sizes in bytes of files, by their paths below the library's folder. */
export type FileList = ReadonlyMap<string, number>

/** Files copied at a time: small ones wait for the disk more than they read. */
const hands = 8

/** All files below some folders of a library. Throws `disk`. */
export async function listFiles(folder: string, names: readonly string[]): Promise<FileList> {
  const sizes = new Map<string, number>()
  await onDisk(async () => {
    for (const name of names) {
      for (const path of await filesBelow(join(folder, name))) {
        // What is deleted for good while one looks is gone.
        const facts = await stat(path).catch(unlessMissing)
        if (facts !== undefined) sizes.set(relative(folder, path), facts.size)
      }
    }
  })
  return sizes
}

/** Bytes of all files together. */
export function bytesOf(files: FileList): number {
  return [...files.values()].reduce((sum, size) => sum + size, 0)
}

export interface CopyOptions {
  readonly from: string
  readonly to: string
  /** Paths below `from`; a file that is not there any more is left out. */
  readonly paths: readonly string[]
  readonly signal: AbortSignal
  /** After each file. */
  readonly copied: (path: string) => void
}

/** Copies files, each durable when this ends. Throws `disk`, and what the signal was aborted with. */
export async function copyFiles({ from, to, paths, signal, copied }: CopyOptions): Promise<void> {
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  const rest = paths.values()
  const copySome = async (): Promise<void> => {
    for (const path of rest) {
      either.throwIfAborted()
      await copyWhole(join(from, path), join(to, path)).catch(unlessMissing)
      copied(path)
    }
  }
  await Promise.allSettled(
    Array.from({ length: hands }, () =>
      copySome().catch((thrown: unknown) => {
        failed.abort(thrown)
        throw thrown
      })
    )
  )
  // Nobody is at work any more when it is told.
  await onDisk(async () => either.throwIfAborted())
}

/** Removes what a library has put into a folder, and nothing else. Throws `disk`. */
export async function removeLibrary(folder: string): Promise<void> {
  await onDisk(async () => {
    // Without its database it is no library any more, and by its mark what is left is known, whatever happens on the way.
    const names = [libraryDatabase, ...libraryNames, movingMark]
    for (const name of names) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 })
  })
}

/** Makes a file and its name durable. Windows does not open folders. */
export async function settle(path: string): Promise<void> {
  await onDisk(async () => {
    await sync(path)
    if (process.platform !== 'win32') await sync(dirname(path))
  })
}

async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  await sync(to)
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(unlessMissing)
  return (found ?? []).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
}

function unlessMissing(thrown: unknown): undefined {
  if (!isMissing(thrown)) throw thrown
}
