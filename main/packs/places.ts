import { join } from 'node:path'
import type { PackManifest } from '../engine/protocol/pack.ts'
import { kindOf } from './catalogue.ts'
import { measureFiles } from './check.ts'

/** Where packs may lie. All are absolute. */
export interface PackFolders {
  /** Of the person: what was fetched, `<id>/` each. */
  readonly own: string
  /** The files of the embedded pack. */
  readonly embedded: () => string
  /** Of further packs that came with the app, `<id>/` each; undefined where none did. */
  readonly shipped: string | undefined
}

export interface PackPlaces {
  /** Where the files of a pack are, or would be: what the person has fetched goes before what came with the app. */
  readonly folderOf: (manifest: PackManifest) => Promise<string>
  /** Whether it came with the app besides the embedded one, and is whole by the sizes of its files. */
  readonly isShipped: (manifest: PackManifest) => Promise<boolean>
}

/** Looks at the disk each time: packs come and go. */
export function createPlaces({ own, embedded, shipped }: PackFolders): PackPlaces {
  const isShipped = async (manifest: PackManifest): Promise<boolean> =>
    shipped !== undefined && kindOf(manifest) === 'fetchable' && (await isWhole(manifest, join(shipped, manifest.id)))
  return {
    isShipped,
    folderOf: async (manifest) => {
      if (kindOf(manifest) === 'embedded') return embedded()
      const folder = join(own, manifest.id)
      if (shipped === undefined || (await isWhole(manifest, folder))) return folder
      return (await isShipped(manifest)) ? join(shipped, manifest.id) : folder
    }
  }
}

async function isWhole(manifest: PackManifest, folder: string): Promise<boolean> {
  return (await measureFiles(manifest, folder)).every((file) => file.state === 'sound')
}
