import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesOf, type PackManifest, packManifest } from '../engine/protocol/pack.ts'
import { Failure } from '../failure.ts'
import { installation } from '../installation.ts'

/** `embedded` packs come with the app; `fetchable` ones are downloaded into the person's data folder. */
export type PackKind = 'embedded' | 'fetchable'

/** A pack without addresses can only have come with the app. */
export function kindOf(manifest: PackManifest): PackKind {
  return filesOf(manifest).every((file) => file.urls.length === 0) ? 'embedded' : 'fetchable'
}

/** Bytes of all files of a pack. */
export function bytesOf(manifest: PackManifest): number {
  return filesOf(manifest).reduce((sum, file) => sum + file.bytes, 0)
}

/** The manifests that come with the app: `<folder>/<id>/manifest.json`, in the order of their ids. */
export async function readCatalogue(folder = catalogueFolder()): Promise<PackManifest[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    return await Promise.all(ids.toSorted().map((id) => readManifest(join(folder, id, 'manifest.json'))))
  } catch (cause) {
    throw new Failure('pack-missing', 'The list of model packs, which comes with the app, cannot be read.', {
      advice: 'Install the app again.',
      cause
    })
  }
}

async function readManifest(path: string): Promise<PackManifest> {
  return packManifest.parse(JSON.parse(await readFile(path, 'utf8')))
}

function catalogueFolder(): string {
  return join(installation().assets, 'packs')
}
