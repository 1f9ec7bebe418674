import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createPackShelf } from '../../../main/bridge/engine/pack-shelf.ts'
import { type Addresses, createAddresses } from '../../../main/bridge/settings/addresses.ts'
import { createKeyDesk } from '../../../main/bridge/settings/keys.ts'
import { createSettingsHandlers, type SettingsPorts } from '../../../main/bridge/settings.ts'
import { compose, type House } from '../../../main/compose.ts'
import type { SecretBox } from '../../../main/settings/vault/box.ts'
import { createVault, type Vault } from '../../../main/settings/vault/vault.ts'
import { vaultBeforeFile } from '../../../main/settings/vault/with-file.ts'
import type { Handlers } from '../../../preload/contract/contract.ts'
import { type MemoryStore, memoryStore, parse, workingBox } from '../settings/vault/fakes.ts'

/** The settings of a desktop whose system is a test's own. */
export interface Desk {
  readonly house: House
  readonly vault: Vault
  readonly store: MemoryStore
  readonly addresses: Addresses
  readonly settings: Handlers['settings']
  /** Everything that happened outside, in order. */
  readonly happened: unknown[]
}

export interface DeskOptions {
  readonly box?: SecretBox
  readonly store?: MemoryStore
  readonly environment?: Readonly<Record<string, string>>
  readonly platform?: NodeJS.Platform
  readonly language?: 'en' | 'zh-CN'
  /** What the person says to an address. */
  readonly agrees?: boolean
  readonly applied?: SettingsPorts['applied']
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { box = workingBox(), store = memoryStore(), platform = 'linux', agrees = true } = options
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-desk-'))
  const environment = { GLYPHLENS_HOME: folder, ...options.environment }
  const happened: unknown[] = []
  const vault = createVault({ box, store, clock: () => 1, platform, environment, parse })
  const house = compose({
    environment,
    platform: process.platform,
    fetch: globalThis.fetch,
    language: 'en',
    log: (line) => happened.push(line),
    keys: (file) => vaultBeforeFile(vault, file)
  })
  onTestFinished(async () => {
    await house.close()
    await rm(folder, { recursive: true, force: true })
  })
  const { preferences, keys: file } = house
  const addresses = createAddresses({
    preferences,
    confirmHost: async (provider, host) => {
      happened.push(`may ${provider} go to ${host}?`)
      return agrees
    }
  })
  const settings = createSettingsHandlers({
    preferences,
    addresses,
    keys: createKeyDesk({
      vault,
      file,
      environment,
      platform,
      language: () => options.language ?? 'en',
      keyAdded: (provider) => happened.push(`key of ${provider}`)
    }),
    hotkeys: () => [{ mode: 'read-region', accelerator: 'Control+Shift+1', state: 'works' }],
    packs: createPackShelf({ packs: house.packs, emit: () => undefined }).views,
    applied: options.applied ?? ((groups) => void happened.push(`applied ${[...groups].join(', ')}`)),
    emit: ({ kind }) => happened.push(kind)
  })
  return { house, vault, store, addresses, settings, happened }
}

/** Whoever asks. */
export const caller = { contents: 7 }
