import { z } from 'zod'
import type { CaptureMode } from '../../main/capture/mode.ts'
import type { FailureCode } from '../../main/failure.ts'
import type { Problem, Said } from './result.ts'
import { box, id, nothing, path } from './schemas.ts'

/** Pictures that come with the app. */
export const samples = ['receipt', 'chart', 'orders', 'notice', 'editor'] as const
export type Sample = (typeof samples)[number]

export const appArguments = {
  start: nothing,
  /** Takes pictures in. Files on a disk come by path, which only the bridge and main know. */
  take: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('drop'), paths: z.array(path).max(10_000) }),
    z.strictObject({ from: z.literal('dialog'), what: z.enum(['files', 'folder']) }),
    /** A picture, files, or an address. */
    z.strictObject({ from: z.literal('clipboard') }),
    z.strictObject({ from: z.literal('address'), url: z.string().min(1).max(2048) }),
    z.strictObject({ from: z.literal('sample'), name: z.enum(samples) }),
    /** A part of the picture of an entry, to be asked about by itself. */
    z.strictObject({ from: z.literal('part'), entry: id, box })
  ]),
  /** Outside of the window: a page of a provider in the browser, a folder, the system's settings. */
  open: z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('link'), url: z.string().min(1).max(2048) }),
    /** Shows the file that an entry came from. */
    z.strictObject({ what: z.literal('origin'), entry: id }),
    /** The picture of an entry as a file that hangs at the pointer; while the page is asked to begin a drag. */
    z.strictObject({ what: z.literal('drag'), entry: id }),
    z.strictObject({ what: z.literal('data-folder') }),
    z.strictObject({ what: z.literal('library-folder') }),
    z.strictObject({ what: z.literal('screen-permission') })
  ]),
  diagnose: nothing,
  update: z.strictObject({ action: z.enum(['check', 'install']) })
}

/** What the window needs before it can show anything. */
export interface Start {
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  /** Of the system; the setting decides. */
  readonly language: 'en' | 'zh-CN'
  readonly isPackaged: boolean
  readonly isWayland: boolean
  /** Sentences about what happened before the window was there: settings set aside, a library rebuilt. */
  readonly notices: readonly Said[]
  /** Pictures of the library, `<imageBase><id>`, and `<thumbnailBase><id>`. */
  readonly imageBase: string
  readonly thumbnailBase: string
}

/** One thing that was taken in. */
export type Taken =
  | { readonly kind: 'picture'; readonly token: string; readonly name: string; readonly picture: PictureFacts }
  | { readonly kind: 'document'; readonly token: string; readonly name: string; readonly pages: number }
  | { readonly kind: 'folder'; readonly token: string; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly problem: Problem }

export interface PictureFacts {
  /** SHA-256 of its bytes in hex: how its address ends. */
  readonly id: string
  readonly format: string
  readonly bytes: number
  /** In pixels, upright. */
  readonly width: number
  readonly height: number
}

/** One line of the diagnostics page. */
export interface Finding {
  readonly room: 'app' | 'engine' | 'pack' | 'displays' | 'hotkeys' | 'keyring' | 'network' | 'library' | 'capture'
  readonly name: string
  readonly value: string
  readonly state: 'good' | 'doubtful' | 'bad' | 'plain'
  /** What to do, in the chosen language, or what has failed. */
  readonly advice?: string | (Said & { readonly code?: FailureCode | undefined }) | undefined
}

/** How long a person waited in one capture, in milliseconds; what it did not go through is missing. */
export interface CaptureWaits {
  readonly mode: CaptureMode
  /** From the hotkey. */
  readonly overlay?: number | undefined
  /** From the release of the button. */
  readonly text?: number | undefined
}

export interface Diagnosis {
  readonly findings: readonly Finding[]
  /** Of the last captures, oldest first. */
  readonly captures: readonly CaptureWaits[]
  /** The same as text, without private content: no names of files, no keys, no text of pictures. */
  readonly report: string
}

export type UpdateState =
  /** Not from an installer, or a system where the app does not update itself. */
  | { readonly kind: 'unsupported'; readonly why: 'development' | 'noFeed' | 'portable' | 'packageManager' }
  | { readonly kind: 'current' }
  | { readonly kind: 'downloading'; readonly version: string; readonly done: number }
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly problem: Problem }

export interface AppResults {
  start: Start
  take: readonly Taken[]
  open: null
  diagnose: Diagnosis
  update: UpdateState
}

export type AppEvent =
  /** Show a room, or an entry of the library. */
  | { readonly kind: 'go'; readonly room: 'library' | 'settings' | 'diagnostics' | 'welcome'; readonly entry?: number }
  /** Files that the system handed over, from a file browser or another program. */
  | { readonly kind: 'taken'; readonly items: readonly Taken[] }
  | { readonly kind: 'notice'; readonly level: 'info' | 'warning' | 'error'; readonly problem: NoticeText }
  /** The system's theme or contrast has changed. */
  | { readonly kind: 'theme'; readonly dark: boolean; readonly highContrast: boolean }
  | { readonly kind: 'update'; readonly state: UpdateState }

export interface NoticeText extends Said {
  /** Of what has failed. */
  readonly code?: FailureCode | undefined
  /** Entry that a click opens. */
  readonly entry?: number | undefined
}
