import type { CaptureEvent } from '../../../preload/contract/capture.ts'
import type { Handlers } from '../../../preload/contract/contract.ts'
import type { Archive } from '../../archive.ts'
import type { CaptureMode } from '../../capture/mode.ts'
import type { RunnerEvent } from '../../jobs/runner/events.ts'
import type { Log } from '../../log/line.ts'
import type { Preferences } from '../../settings/preferences.ts'
import type { CreateWindow } from '../windows/create.ts'
import type { ServedBytes } from './frames.ts'
import type { Hotkeys } from './hotkeys.ts'

export interface CapturePorts {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The app's data folder. */
  readonly folder: string
  readonly createWindow: CreateWindow
  /** Tells the page of one window. */
  readonly send: (contents: number, event: CaptureEvent) => void
  readonly archive: () => Pick<Archive, 'keep' | 'queue' | 'library'>
  /** Hears what the runner of this process tells; answers the function that stops it. */
  readonly onRunner: (listener: (event: RunnerEvent) => void) => () => void
  readonly preferences: Pick<Preferences, 'get'>
  /** As the person has chosen it. */
  readonly language: () => 'en' | 'zh-CN'
  /** Shows an entry in the main window. */
  readonly openEntry: (entry: number) => void
  /** Loads what reads, while the person frames a region. */
  readonly warmUp?: () => Promise<unknown>
  /** Whether `canUndo` has changed. */
  readonly onHeld: () => void
  readonly log: Log
}

/** Capture by hotkey, whole. */
export interface Capture {
  readonly handlers: Handlers['capture']
  readonly hotkeys: Pick<Hotkeys, 'views'>
  /** Registers the hotkeys of the preferences, at the start and after they have changed; then makes hidden overlays. */
  readonly applyHotkeys: () => void
  /** Begins a capture. What fails is told to the person. Never rejects. */
  readonly begin: (mode: CaptureMode) => Promise<void>
  /** For the scheme's handler: pictures that overlays and panels show. */
  readonly frame: (id: string) => ServedBytes | undefined
  /** Whether what was on the clipboard before the last capture is still held. */
  readonly canUndo: () => boolean
  /** Puts it back, or says why not. Never rejects. */
  readonly undo: () => Promise<void>
  /** Ends captures, and closes their windows. */
  readonly close: () => void
}
