import type { EventNoun } from '../../preload/contract/channels.ts'
import type { Events, Handlers } from '../../preload/contract/contract.ts'
import type { HotkeyView } from '../../preload/contract/settings.ts'
import type { Archive } from '../archive.ts'
import { createCallMeter } from '../call-meter.ts'
import type { House } from '../compose.ts'
import type { Batches } from '../jobs/batch/batches.ts'
import type { Progress } from '../jobs/runner/events.ts'
import type { Condition } from '../jobs/runner/executor.ts'
import type { Vault } from '../settings/vault/vault.ts'
import { type AppPorts, createAppHandlers } from './app.ts'
import { createDiagnose, type DiagnosePorts } from './diagnose.ts'
import { createPackShelf } from './engine/pack-shelf.ts'
import { createEngineHandlers } from './engine.ts'
import type { Intake } from './intake.ts'
import type { SentPictures } from './jobs/sent.ts'
import { createJobsHandlers } from './jobs.ts'
import { createLibraryHandlers, type LibraryPorts } from './library.ts'
import { type AddressPorts, createAddresses } from './settings/addresses.ts'
import { createKeyDesk } from './settings/keys.ts'
import { createSettingsHandlers, type SettingsPorts } from './settings.ts'
import { createVisionHandlers } from './vision.ts'

/** What all handlers together need of the app. */
export interface HandlerPorts {
  readonly house: Pick<House, 'preferences' | 'keys' | 'packs' | 'engine' | 'vision'>
  readonly archive: () => Archive
  readonly batches: () => Batches
  readonly progress: () => Progress
  readonly intake: Intake
  readonly sent: SentPictures
  readonly vault: Vault
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly language: () => 'en' | 'zh-CN'
  /** Aborted when the app ends: what can be called off is. */
  readonly closing: AbortSignal
  readonly emit: <N extends EventNoun>(noun: N, event: Events[N]) => void
  readonly libraryChanged: () => void
  /** Something has come that jobs wait for. */
  readonly happened: (condition: Condition) => void
  readonly hotkeys: () => readonly HotkeyView[]
  readonly applied: SettingsPorts['applied']
  readonly confirmHost: AddressPorts['confirmHost']
  readonly askWhere: LibraryPorts['askWhere']
  readonly askWhich: LibraryPorts['askWhich']
  readonly mover: LibraryPorts['mover']
  readonly app: Omit<AppPorts, 'intake' | 'origin' | 'diagnose'>
  /** What only the desktop can see. */
  readonly diagnosis: Omit<DiagnosePorts, 'house' | 'archive' | 'hotkeys' | 'keys' | 'language'>
  readonly capture: Handlers['capture']
}

/** The handlers of all verbs. */
export function createHandlers(ports: HandlerPorts): Handlers {
  const { house, archive, batches, intake, environment, platform, closing, emit, libraryChanged: changed } = ports
  const { preferences, engine, vision, packs } = house
  const keyAdded = (provider: string): void => ports.happened({ kind: 'key-added', engine: provider })
  const shelf = createPackShelf({ packs, closing, emit: (event) => emit('engine', event) })
  const addresses = createAddresses({ preferences, confirmHost: ports.confirmHost })
  const { hotkeys, language, diagnosis } = ports
  const keys = createKeyDesk({ vault: ports.vault, file: house.keys, environment, platform, language, keyAdded })
  const diagnose = createDiagnose({ ...diagnosis, house, archive, hotkeys, language, keys: keys.views })
  const origin = (entry: number): string | undefined => archive().library.entries.get(entry).origin
  return {
    app: createAppHandlers({ ...ports.app, intake, origin, diagnose }),
    jobs: createJobsHandlers({
      archive,
      batches,
      intake,
      vision,
      preferences,
      progress: ports.progress,
      sent: ports.sent
    }),
    library: createLibraryHandlers({
      archive,
      batches,
      intake,
      engine,
      vision,
      preferences,
      changed,
      askWhere: ports.askWhere,
      askWhich: ports.askWhich,
      mover: ports.mover
    }),
    capture: ports.capture,
    settings: createSettingsHandlers({
      preferences,
      addresses,
      keys,
      hotkeys,
      packs: shelf.views,
      applied: ports.applied,
      emit: (event) => emit('settings', event)
    }),
    vision: createVisionHandlers({
      vision,
      archive,
      meter: createCallMeter(() => archive().queue),
      preferences,
      addresses,
      closing,
      language,
      emit: (event) => emit('vision', event),
      proved: keyAdded,
      changed
    }),
    engine: createEngineHandlers(shelf)
  }
}
