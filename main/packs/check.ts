import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { filesOf, type PackFile, type PackManifest } from '../engine/protocol/pack.ts'
import { isMissing, onDisk } from './disk.ts'

export interface FileCheck {
  readonly name: string
  readonly state: 'sound' | 'missing' | 'damaged'
  /** As found; 0 when missing. */
  readonly bytes: number
}

/** Hashes every file of a pack and says what it found. */
export async function checkFiles(manifest: PackManifest, folder: string): Promise<FileCheck[]> {
  return await Promise.all(filesOf(manifest).map((file) => checkFile(file, join(folder, file.name))))
}

/** Whether every file is there and has the manifest's hash. */
export async function isSound(manifest: PackManifest, folder: string): Promise<boolean> {
  const checks = await checkFiles(manifest, folder)
  return checks.every((check) => check.state === 'sound')
}

/** Compares sizes only, which costs no reading: the engine hashes what it loads. */
export async function measureFiles(manifest: PackManifest, folder: string): Promise<FileCheck[]> {
  return await Promise.all(
    filesOf(manifest).map(async (file) => {
      const bytes = await sizeOf(join(folder, file.name))
      if (bytes === undefined) return { name: file.name, state: 'missing', bytes: 0 }
      return { name: file.name, state: bytes === file.bytes ? 'sound' : 'damaged', bytes }
    })
  )
}

/** Size and hash of one file against the manifest. */
export async function checkFile(file: PackFile, path: string): Promise<FileCheck> {
  const bytes = await sizeOf(path)
  if (bytes === undefined) return { name: file.name, state: 'missing', bytes: 0 }
  if (bytes !== file.bytes) return { name: file.name, state: 'damaged', bytes }
  const hash = await sha256Of(path)
  if (hash === undefined) return { name: file.name, state: 'missing', bytes: 0 }
  return { name: file.name, state: hash === file.sha256 ? 'sound' : 'damaged', bytes }
}

/** Size of a plain file in bytes; undefined when there is none. */
export async function sizeOf(path: string): Promise<number | undefined> {
  return await onDisk(path, async () => {
    try {
      const facts = await stat(path)
      return facts.isFile() ? facts.size : undefined
    } catch (cause) {
      if (isMissing(cause)) return undefined
      throw cause
    }
  })
}

/** Undefined when the file is gone by now: another process may be replacing the pack. */
async function sha256Of(path: string): Promise<string | undefined> {
  return await onDisk(path, async () => {
    try {
      const hash = createHash('sha256')
      await pipeline(createReadStream(path), hash)
      return hash.digest('hex')
    } catch (cause) {
      if (isMissing(cause)) return undefined
      throw cause
    }
  })
}
