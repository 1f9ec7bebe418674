import { join } from 'node:path'
import type { PackLocation, PackManifest } from '../engine/protocol/pack.ts'
import { asFailure, cancelled, Failure } from '../failure.ts'
import { installation } from '../installation.ts'
import { type Said, say, saying } from '../saying.ts'
import type { AppFolders } from '../settings/folders.ts'
import type { Preferences } from '../settings/preferences.ts'
import { bytesOf, kindOf, type PackKind, readCatalogue } from './catalogue.ts'
import { checkFiles, type FileCheck, isSound, measureFiles } from './check.ts'
import { type DownloadLimits, defaultDownloadLimits } from './download.ts'
import { type FetchProgress, fetchPack } from './fetch.ts'
import { importPack } from './import.ts'
import { createPlaces } from './places.ts'
import type { PackFetch } from './redirects.ts'
import { clearStaging, setAside, stagedFolders } from './staging.ts'

export interface PackState {
  readonly manifest: PackManifest
  readonly kind: PackKind
  /** By the sizes of the files; `verify` hashes them. `incomplete`: begun, and a fetch goes on from there. */
  readonly state: 'ready' | 'absent' | 'incomplete' | 'damaged'
  /** Of all files of the pack. */
  readonly bytes: number
  /** The one that reads. */
  readonly active: boolean
}

/** `notice`: a sentence for the person when another pack than the chosen one reads. */
type ActivePack = PackLocation & { readonly notice?: Said }

interface PackCheck {
  readonly sound: boolean
  readonly files: readonly FileCheck[]
}

/** The model packs of this installation. Every id that is not known throws `pack-unknown`. */
export interface Packs {
  list(): Promise<PackState[]>
  /**
   * The chosen pack; the embedded one, with a notice, when that is missing or damaged. Throws `pack-missing` or
   * `pack-damaged` when the embedded one is so too.
   */
  active(): Promise<ActivePack>
  /** A pack by its id, for one reading. Throws `pack-missing` or `pack-damaged`. */
  locate(id: string): Promise<PackLocation>
  /** Chooses a pack after hashing its files. Throws `pack-missing` or `pack-damaged`. */
  use(id: string): Promise<void>
  /** Downloads a pack; one that is there and sound is left alone. Throws `pack-download`, `disk` or `cancelled`. */
  fetch(id: string, options?: { signal?: AbortSignal; onProgress?: (progress: FetchProgress) => void }): Promise<void>
  /** Hashes every file. */
  verify(id: string): Promise<PackCheck>
  /** Installs a pack from a folder of files downloaded by hand. Throws `pack-missing` or `disk`. */
  importFrom(id: string, folder: string): Promise<void>
  /** Removes a fetched pack and what is begun of it; the best one that came with the app reads from then on. Throws `usage` or `disk`. */
  remove(id: string): Promise<void>
}

export interface PacksOptions {
  readonly folders: AppFolders
  readonly preferences: Preferences
  /** Node's own by default; Electron's `net` in the desktop app. */
  readonly fetch?: PackFetch
  /** Those that come with the app by default. */
  readonly manifests?: readonly PackManifest[]
  /** Where the files of the embedded pack are. Default: that of the installation. */
  readonly embeddedFolder?: string
  /** Where packs are that came with the app besides the embedded one. Default: that of the installation. */
  readonly shippedFolder?: string
  readonly limits?: DownloadLimits
}

export function createPacks(options: PacksOptions): Packs {
  const { preferences, fetch = globalThis.fetch, limits = defaultDownloadLimits } = options
  const packs = join(options.folders.data, 'packs')
  let catalogue: Promise<readonly PackManifest[]> | undefined

  const manifests = async () => await (catalogue ??= Promise.resolve(options.manifests ?? readCatalogue()))
  const find = async (id: string) => {
    const found = (await manifests()).find((manifest) => manifest.id === id)
    if (found === undefined) throw unknownPack(id, await manifests())
    return found
  }
  const { folderOf, isShipped } = createPlaces({
    own: packs,
    embedded: () => options.embeddedFolder ?? installation().embeddedPack(),
    shipped: options.shippedFolder ?? installation().shippedPacks
  })
  const embedded = async () => {
    const found = (await manifests()).find((manifest) => kindOf(manifest) === 'embedded')
    if (found === undefined) throw new Failure('pack-missing', 'No model pack comes with this installation.')
    return found
  }
  /** The pack that reads when nobody has chosen one: what else came with the app is better than the embedded one. */
  const best = async (): Promise<PackManifest> => {
    for (const manifest of await manifests()) if (await isShipped(manifest)) return manifest
    return await embedded()
  }
  const stateOf = async (manifest: PackManifest): Promise<PackState['state']> => {
    const files = await measureFiles(manifest, await folderOf(manifest))
    if (files.some((file) => file.state === 'damaged')) return 'damaged'
    if (files.every((file) => file.state === 'sound')) return 'ready'
    const begun = files.some((file) => file.state === 'sound') || (await stagedFolders(packs, manifest.id)).length > 0
    return begun ? 'incomplete' : 'absent'
  }
  const locate = async (id: string): Promise<PackLocation> => {
    const manifest = await find(id)
    const state = await stateOf(manifest)
    if (state !== 'ready') throw notReady(manifest, state)
    return { manifest, folder: await folderOf(manifest) }
  }
  const active = async (): Promise<ActivePack> => {
    try {
      const { pack } = preferences.get().reading
      return await locate(pack === 'auto' ? (await best()).id : pack)
    } catch (thrown) {
      const instead = await locate((await embedded()).id)
      const { title } = instead.manifest
      const message = `${asFailure(thrown).message} "${title}" reads instead.`
      return { ...instead, notice: say(message, 'pack.instead', { title }) }
    }
  }

  return {
    locate,
    active,
    list: async () => {
      // With no pack that can read, the list still tells what is wrong with each.
      const reading = await active().catch(() => undefined)
      return await Promise.all(
        (await manifests()).map(async (manifest) => ({
          manifest,
          kind: kindOf(manifest),
          state: await stateOf(manifest),
          bytes: bytesOf(manifest),
          active: manifest.id === reading?.manifest.id
        }))
      )
    },
    use: async (id) => {
      const { manifest, folder } = await locate(id)
      if (!(await isSound(manifest, folder))) throw notReady(manifest, 'damaged')
      await preferences.set({ reading: { pack: id } })
    },
    fetch: async (id, { signal = new AbortController().signal, onProgress = () => undefined } = {}) => {
      const manifest = await find(id)
      if (await isSound(manifest, await folderOf(manifest))) return
      if (kindOf(manifest) === 'embedded') throw notReady(manifest, 'damaged')
      try {
        await fetchPack(manifest, { packs, fetch, limits, signal, onProgress })
      } catch (thrown) {
        throw signal.aborted ? cancelled(thrown) : asFailure(thrown)
      }
    },
    verify: async (id) => {
      const manifest = await find(id)
      const files = await checkFiles(manifest, await folderOf(manifest))
      return { sound: files.every((file) => file.state === 'sound'), files }
    },
    importFrom: async (id, folder) => {
      const manifest = await find(id)
      refuseEmbedded(manifest)
      await importPack(manifest, packs, folder)
    },
    remove: async (id) => {
      const manifest = await find(id)
      refuseEmbedded(manifest)
      if (preferences.get().reading.pack === id) await preferences.set({ reading: { pack: 'auto' } })
      await setAside(packs, id)
      await clearStaging(packs, id)
    }
  }
}

function refuseEmbedded(manifest: PackManifest): void {
  if (kindOf(manifest) === 'fetchable') return
  throw new Failure('usage', `The model pack "${manifest.title}" comes with the app and can only change with it.`, {
    saying: saying('pack.shipped')
  })
}

function unknownPack(id: string, manifests: readonly PackManifest[]): Failure {
  return new Failure('pack-unknown', `There is no model pack "${id}".`, {
    advice: `Choose one of ${manifests.map((manifest) => manifest.id).join(', ')}.`
  })
}

function notReady(manifest: PackManifest, state: 'absent' | 'incomplete' | 'damaged'): Failure {
  const embedded = kindOf(manifest) === 'embedded'
  const advice = embedded ? 'Install the app again.' : 'Fetch the pack.'
  return state === 'damaged'
    ? new Failure('pack-damaged', `The model pack "${manifest.title}" is damaged.`, { advice })
    : new Failure('pack-missing', `The model pack "${manifest.title}" is not complete on this machine.`, { advice })
}
