import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { filesOf, type PackFile, type PackManifest } from '../engine/protocol/pack.ts'
import { Failure } from '../failure.ts'
import { checkFile, sizeOf } from './check.ts'
import { onDisk } from './disk.ts'
import { claimStaging, install } from './staging.ts'

/** How much of a folder is looked at: a person may name their whole home. */
const limits = { files: 2_000, depth: 3 }

/**
 * Installs a pack from files that somebody downloaded by hand. They are known by their content, not by their names:
 * upstream calls both networks `inference.onnx`, and browsers number them. Throws `pack-missing` or `disk`.
 */
export async function importPack(manifest: PackManifest, packs: string, folder: string): Promise<void> {
  const found = await onDisk(folder, () => filesBelow(folder, limits.depth))
  const staging = await claimStaging(packs, manifest.id)
  try {
    await mkdir(staging.folder, { recursive: true })
    const absent: PackFile[] = []
    for (const file of filesOf(manifest)) {
      if (!(await copyMatching(file, found, join(staging.folder, file.name)))) absent.push(file)
    }
    if (absent.length > 0) throw incomplete(manifest, folder, absent)
  } catch (thrown) {
    await staging.release()
    throw thrown
  }
  await install(manifest, staging, packs)
}

/** Copies first and hashes the copy, so that what was checked is what stays. */
async function copyMatching(file: PackFile, candidates: readonly string[], path: string): Promise<boolean> {
  if ((await checkFile(file, path)).state === 'sound') return true
  for (const candidate of candidates) {
    if ((await sizeOf(candidate)) !== file.bytes) continue
    await onDisk(path, () => copyFile(candidate, path))
    if ((await checkFile(file, path)).state === 'sound') return true
    await onDisk(path, () => rm(path, { force: true }))
  }
  return false
}

async function filesBelow(folder: string, depth: number): Promise<string[]> {
  const files: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile()) files.push(path)
    else if (entry.isDirectory() && depth > 1) files.push(...(await filesBelow(path, depth - 1)))
    if (files.length > limits.files) break
  }
  return files.slice(0, limits.files)
}

function incomplete(manifest: PackManifest, folder: string, absent: readonly PackFile[]): Failure {
  const names = absent.map((file) => `${file.urls[0] ?? file.name} (${file.bytes} bytes)`).join(', ')
  return new Failure('pack-missing', `Not all files of the model pack "${manifest.title}" are in ${folder}.`, {
    advice: `Download these too, unchanged, into that folder: ${names}.`
  })
}
