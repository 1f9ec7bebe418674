import type { CaptureWaits, Diagnosis, Finding } from '../../preload/contract/app.ts'
import type { HotkeyView, KeyView } from '../../preload/contract/settings.ts'
import type { Archive } from '../archive.ts'
import type { Platform } from '../capture/hotkeys/keys.ts'
import type { StageTimes } from '../capture/times/stages.ts'
import { waitsOf } from '../capture/times/summary.ts'
import type { House } from '../compose.ts'
import type { SystemFacts } from '../settings/vault/system.ts'
import type { Language } from '../tasks/prompt/language.ts'
import { presetOf, presets } from '../vision/presets.ts'
import { lookAtApp } from './diagnose/app.ts'
import { lookAtCaptures } from './diagnose/capture.ts'
import { lookAtDisplays, type ScreenFacts } from './diagnose/displays.ts'
import { draftsOf, inLanguage, type Look, reportLine } from './diagnose/draft.ts'
import { lookAtEngine } from './diagnose/engine.ts'
import { lookAtHotkeys } from './diagnose/hotkeys.ts'
import { lookAtKeyring } from './diagnose/keyring.ts'
import { lookAtLibrary } from './diagnose/library.ts'
import { lookAtNetwork, type NetworkPorts } from './diagnose/network.ts'
import { lookAtPack } from './diagnose/pack.ts'
import { providerViews } from './settings/providers.ts'

export interface DiagnosePorts extends Pick<NetworkPorts, 'resolveProxy'> {
  readonly house: Pick<House, 'engine' | 'packs' | 'preferences' | 'vision'>
  readonly archive: () => Pick<Archive, 'library' | 'store' | 'queue'>
  readonly version: string
  /** What the app runs on, by name: Electron, Chromium, Node, the system. */
  readonly versions: Readonly<Record<string, string>>
  readonly platform: Platform
  readonly screen: () => ScreenFacts
  readonly hotkeys: () => readonly HotkeyView[]
  readonly keys: () => readonly KeyView[]
  /** What encrypts keys. On macOS it may ask the person for the keychain. */
  readonly keyring: () => Promise<Pick<SystemFacts, 'isAvailable' | 'backend'>>
  /** Of the last captures, oldest first. */
  readonly captureTimes: () => readonly StageTimes[]
  readonly language: () => Language
}

/** Looks at everything. Never rejects: what cannot be looked at is a finding. */
export function createDiagnose(ports: DiagnosePorts): () => Promise<Diagnosis> {
  const { house, platform } = ports
  const looks: Readonly<Record<Finding['room'], Look>> = {
    app: () =>
      lookAtApp({ version: ports.version, versions: ports.versions, settingsNotice: house.preferences.notice }),
    engine: () => lookAtEngine(house.engine.status()),
    pack: () => lookAtPack(house.packs),
    displays: () => lookAtDisplays(ports.screen()),
    hotkeys: () => lookAtHotkeys(ports.hotkeys(), platform),
    keyring: async () => lookAtKeyring({ platform, ...(await ports.keyring()) }, ports.keys()),
    network: () =>
      lookAtNetwork({ resolveProxy: ports.resolveProxy, vision: house.vision, ...preferredProvider(ports) }),
    library: () => lookAtLibrary(ports.archive()),
    capture: () => lookAtCaptures(ports.captureTimes())
  }
  return async () => {
    const language = ports.language()
    const rooms = await Promise.all(
      Object.entries(looks).map(async ([room, look]) => ({
        room: room as Finding['room'],
        drafts: await draftsOf(look)
      }))
    )
    return {
      captures: ports.captureTimes().map(viewOf),
      findings: rooms.flatMap(({ room, drafts }) => drafts.map((draft) => inLanguage(room, draft, language))),
      report: rooms.flatMap(({ room, drafts }) => [`[${room}]`, ...drafts.map(reportLine)]).join('\n')
    }
  }
}

function viewOf(times: StageTimes): CaptureWaits {
  const { 'hotkey-to-overlay': overlay, 'release-to-text': text } = waitsOf(times)
  return { mode: times.mode, overlay, text }
}

function preferredProvider({ house, keys }: DiagnosePorts): Pick<NetworkPorts, 'provider' | 'canAsk'> {
  const { vision } = house.preferences.get()
  const { id } = presetOf(vision.provider)
  const known = keys()
  const provider = providerViews(presets, vision, known).find((view) => view.id === id)
  if (provider === undefined) throw new TypeError('a preset without a view')
  const hasKey = known.some((key) => key.provider === id && key.isUsable)
  return { provider, canAsk: hasKey || !provider.needsKey }
}
