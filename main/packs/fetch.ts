import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { filesOf, type PackManifest } from '../engine/protocol/pack.ts'
import { bytesOf } from './catalogue.ts'
import { sizeOf } from './check.ts'
import { diskFull, onDisk } from './disk.ts'
import { type DownloadLimits, download } from './download.ts'
import type { PackFetch } from './redirects.ts'
import { claimStaging, install } from './staging.ts'

export interface FetchProgress {
  /** Name of the file that is under way. */
  readonly file: string
  /** Bytes of the whole pack that are on disk. */
  readonly done: number
  /** Bytes of the whole pack. */
  readonly total: number
}

export interface FetchOptions {
  readonly packs: string
  readonly fetch: PackFetch
  readonly limits: DownloadLimits
  readonly signal: AbortSignal
  readonly onProgress: (progress: FetchProgress) => void
}

/** Room that a fetch leaves on the disk: other programs write meanwhile. */
const spareBytes = 16 * 1024 * 1024

/** Downloads what is missing of a pack, one file after the other, and puts the whole into place at the end. */
export async function fetchPack(manifest: PackManifest, options: FetchOptions): Promise<void> {
  const staging = await claimStaging(options.packs, manifest.id)
  try {
    await downloadAll(manifest, staging.folder, options)
  } catch (thrown) {
    await staging.release()
    throw thrown
  }
  await install(manifest, staging, options.packs)
}

async function downloadAll(manifest: PackManifest, folder: string, options: FetchOptions): Promise<void> {
  const { fetch, limits, signal, onProgress } = options
  const files = filesOf(manifest)
  const total = bytesOf(manifest)
  const have = new Map<string, number>()
  for (const file of files) have.set(file.name, (await sizeOf(join(folder, file.name))) ?? 0)
  await checkSpace(folder, total - sum(have))
  for (const file of files) {
    signal.throwIfAborted()
    const onBytes = (bytes: number) => {
      have.set(file.name, bytes)
      onProgress({ file: file.name, done: sum(have), total })
    }
    await download({ file, path: join(folder, file.name), fetch, limits, signal, onBytes })
    onBytes(file.bytes)
  }
}

async function checkSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await onDisk(folder, () => statfs(folder))
  if (bavail * bsize < needed + spareBytes) throw diskFull(folder)
}

function sum(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((total, size) => total + size, 0)
}
