import { homedir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine, type EngineLogLine } from './engine/client.ts'
import { createPacks, type Packs } from './packs/packs.ts'
import { getPicture } from './pictures/get-picture.ts'
import type { Picture, PictureSource } from './pictures/source.ts'
import { type AppFolders, appFolders } from './settings/folders.ts'
import { openPreferences, type Preferences } from './settings/preferences.ts'

/** What the services get from outside. The desktop app has its own network, the command line that of Node. */
export interface Ports {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly fetch: typeof globalThis.fetch
  /** Events of the engine's life; no picture contents. */
  readonly log: (line: EngineLogLine) => void
}

/** Every service, ready to be used; none has started a process or opened a connection. */
export interface House {
  readonly folders: AppFolders
  readonly preferences: Preferences
  readonly packs: Packs
  readonly engine: Engine
  /** Fetches the bytes of a picture that a person named. Throws `Failure`. */
  readonly getPicture: (source: PictureSource, options: { readonly signal?: AbortSignal }) => Promise<Picture>
  readonly close: () => Promise<void>
}

/** Builds every service once, in the order in which one needs the other. Throws `Failure` when the settings forbid it. */
export function compose({ environment, platform, fetch, log }: Ports): House {
  const folders = appFolders({ platform, environment, home: homedir() })
  const preferences = openPreferences(folders.data)
  const packs = createPacks({ folders, preferences, fetch })
  const engine = createEngine({ readable: [join(folders.data, 'packs')], cache: join(folders.cache, 'graphs'), log })
  return {
    folders,
    preferences,
    packs,
    engine,
    getPicture: (source, options) => getPicture(source, { ...options, fetch, allowPrivate: true }),
    close: () => engine.close()
  }
}
