import { z } from 'zod'
import type { CaptureMode } from '../../main/capture/mode.ts'
import type { FailureCode } from '../../main/failure.ts'
import type { PreferenceValues } from '../../main/settings/groups.ts'
import type { Said } from './result.ts'
import { nothing } from './schemas.ts'

/** Groups of preferences that the window may change. */
export const preferenceGroups = [
  'appearance',
  'capture',
  'desktop',
  'library',
  'privacy',
  'reading',
  'tasks',
  'vision'
] as const

/** Settings are small: a value that is not, is no setting. */
const longest = 200_000

const provider = z.string().min(1).max(40)

export const settingsArguments = {
  read: nothing,
  /** Values by group and name; main checks each against its schema. */
  change: z
    .partialRecord(z.enum(preferenceGroups), z.record(z.string().max(60), z.unknown()))
    .refine((patch) => JSON.stringify(patch).length <= longest, 'too long'),
  key: z.discriminatedUnion('action', [
    /** `accept`: the person has agreed to have it stored without protection. */
    z.strictObject({ action: z.literal('save'), provider, text: z.string().min(1).max(10_000), accept: z.boolean() }),
    z.strictObject({ action: z.literal('remove'), provider }),
    /** Looks at the form of a key only; asks nobody. */
    z.strictObject({ action: z.literal('look'), provider, text: z.string().max(10_000) }),
    /** Tries to open stored keys again, after the person has unlocked something. */
    z.strictObject({ action: z.literal('open') })
  ])
}

export interface HotkeyView extends Partial<Said> {
  readonly mode: CaptureMode
  /** As it was set, such as `CommandOrControl+Shift+1`; empty for none. */
  readonly accelerator: string
  /** `unproven`: registered, and the system does not say whether it arrives (Wayland). */
  readonly state: 'off' | 'works' | 'unproven' | 'failed' | 'conflict'
}

export interface KeyView extends Said {
  readonly provider: string
  /** At most the last four characters. */
  readonly lastFour: string
  readonly isUsable: boolean
  readonly from: 'environment' | 'vault' | 'session' | 'file'
}

/** A preset as the window shows it. */
export interface ProviderView {
  readonly id: string
  readonly title: string
  /** With what the person has changed. */
  readonly baseUrl: string
  readonly defaultBaseUrl: string
  readonly needsKey: boolean
  readonly keyPage?: string | undefined
  readonly keyPrefix?: string | undefined
  readonly fast?: string | undefined
  readonly precise?: string | undefined
  readonly isLocal: boolean
  /** The preferred one, one with a key, or one that the person has added to `vision.providers`. */
  readonly inUse: boolean
}

export interface PackView {
  readonly id: string
  readonly title: string
  readonly languages: readonly string[]
  readonly licence: string
  readonly kind: 'embedded' | 'fetchable'
  readonly state: 'ready' | 'absent' | 'incomplete' | 'damaged'
  readonly bytes: number
  readonly active: boolean
  /** While it is fetched: bytes that are there. */
  readonly fetched?: number | undefined
}

export interface SettingsView {
  readonly values: PreferenceValues
  readonly hotkeys: readonly HotkeyView[]
  readonly keys: readonly KeyView[]
  readonly providers: readonly ProviderView[]
  readonly packs: readonly PackView[]
  /** The words to agree to before a key is stored without protection. */
  readonly acceptance: string
}

export interface KeyOutcome extends Said {
  readonly kind: 'stored' | 'accepted' | 'session' | 'failed' | 'removed' | 'looked' | 'opened'
  /** Of what has failed. */
  readonly code?: FailureCode | undefined
  /** What is unusual in the key. */
  readonly hints?: readonly Said[] | undefined
  /** Whether it could be stored if the person accepts that nothing protects it. */
  readonly canAccept: boolean
}

export interface SettingsResults {
  read: SettingsView
  change: SettingsView
  key: KeyOutcome
}

/** Read them again. */
export interface SettingsEvent {
  readonly kind: 'changed'
}
