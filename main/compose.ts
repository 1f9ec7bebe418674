import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Archive, openArchive } from './archive.ts'
import { createEngine, type Engine, type EngineLogLine } from './engine/client.ts'
import type { PackLocation } from './engine/protocol/pack.ts'
import { libraryFolder } from './library/moving/place.ts'
import { createPacks, type Packs } from './packs/packs.ts'
import { getPicture } from './pictures/get-picture.ts'
import type { Picture, PictureSource } from './pictures/source.ts'
import { type AppFolders, appFolders } from './settings/folders.ts'
import { type Keys, openKeys } from './settings/keys.ts'
import { openPreferences, type Preferences } from './settings/preferences.ts'
import { placesIn } from './store/places.ts'
import { openStore, openStoreAside, type Store } from './store/store.ts'
import { createChat } from './vision/client/chat.ts'
import type { ChatLogLine } from './vision/client/context.ts'
import { createVision, type Vision } from './vision/vision.ts'

/** What the services get from outside. The desktop app has its own network, the command line that of Node. */
export interface Ports {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly fetch: typeof globalThis.fetch
  /** Language of the app, for prompts where neither a setting nor a question decides. */
  readonly language: 'en' | 'zh-CN'
  /** Events of the engine's life and of calls to providers; no picture contents, no keys. */
  readonly log: (line: EngineLogLine) => void
  /** Where keys are found, given those of the command line and the data folder. Default: there. */
  readonly keys?: (file: Keys, folder: string) => Pick<Keys, 'find'>
}

/** Every service, ready to be used; none has started a process or opened a connection. */
export interface House {
  readonly folders: AppFolders
  readonly preferences: Preferences
  /** The file of the command line. */
  readonly keys: Keys
  readonly packs: Packs
  readonly engine: Engine
  readonly vision: Vision
  /** Fetches the bytes of a picture that a person named. Throws `Failure`. */
  readonly getPicture: (source: PictureSource, options: { readonly signal?: AbortSignal }) => Promise<Picture>
  /** The library and the queue, opened when first asked for. Throws what `openStore` throws. */
  readonly archive: () => Archive
  /** `archive` for who must not stand still while a large library is looked at. */
  readonly openAside: () => Promise<Archive>
  /** Whether there is a library to be opened, or one would be made. Throws `disk` when the chosen folder is not there. */
  readonly hasLibrary: () => boolean
  readonly close: () => Promise<void>
}

/** Builds every service once, in the order in which one needs the other. Throws `Failure` when the settings forbid it. */
export function compose({ environment, platform, fetch, language, log, keys: from = (file) => file }: Ports): House {
  const folders = appFolders({ platform, environment, home: homedir() })
  const preferences = openPreferences(folders.data)
  const packs = createPacks({ folders, preferences, fetch })
  const engine = createEngine({ readable: [join(folders.data, 'packs')], cache: join(folders.cache, 'graphs'), log })
  const keys = openKeys(folders.data, environment)
  // A person named the picture, so its address may be a private one.
  const fetchPicture: House['getPicture'] = (source, options) =>
    getPicture(source, { ...options, fetch, allowPrivate: true })
  const pack = async (): Promise<PackLocation> => {
    const { manifest, folder } = await packs.active()
    return { manifest, folder }
  }
  const vision = createVision({
    chat: createChat({ fetch, log: (line) => log({ level: 'info', message: describeCall(line) }) }),
    engine,
    getPicture: fetchPicture,
    pack,
    preferences,
    keys: from(keys, folders.data),
    language
  })
  const place = (): string => libraryFolder(folders.data, preferences.get().library.folder)
  const archiveOn = (store: Store): Archive =>
    openArchive({ store, engine, vision, pack, preferences, getPicture: fetchPicture })
  let archive: Archive | undefined
  return {
    folders,
    preferences,
    keys,
    packs,
    engine,
    vision,
    getPicture: fetchPicture,
    archive: () => {
      archive ??= archiveOn(openStore(place()))
      return archive
    },
    openAside: async () => {
      archive ??= archiveOn(await openStoreAside(place()))
      return archive
    },
    hasLibrary: () => existsSync(placesIn(place()).database),
    close: async () => {
      await archive?.close()
      await engine.close()
    }
  }
}

function describeCall({ provider, model, outcome, milliseconds, status, requestId, cause }: ChatLogLine): string {
  const parts = [status && `HTTP ${status}`, requestId && `request ${requestId}`, cause].filter(Boolean)
  return `${provider} ${model}: ${outcome} in ${Math.round(milliseconds)} ms${parts.map((part) => `, ${part}`).join('')}`
}
