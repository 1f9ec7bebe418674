import type { Failure } from '../../failure.ts'
import type { FrameLook } from '../frame-look.ts'
import type { Display } from '../geometry/display.ts'
import type { Frame } from '../geometry/frame.ts'
import type { Point } from '../geometry/rect.ts'
import type { RememberedRegion } from '../geometry/remembered.ts'
import type { WindowPlace } from '../geometry/windows.ts'
import type { CaptureMode } from '../mode.ts'
import type { SelectionEvent } from '../selection/event.ts'
import type { WatchedStage } from './effect.ts'

/** What the system says at the moment the hotkey is pressed. */
export interface ScreenFacts {
  readonly displays: readonly Display[]
  /** In shared DIP. */
  readonly cursor: Point
  /** Front to back; undefined while the system is still asked, which a `windows` event ends. */
  readonly windows: readonly WindowPlace[] | undefined
  /** The system's answer about screen recording; only `denied` and `restricted` stand in the way. */
  readonly access: 'granted' | 'not-determined' | 'denied' | 'restricted' | 'unknown'
  /** Whether the desktop asks the person first and then gives one display (Wayland). */
  readonly portal: boolean
}

/** What the person has set. */
export interface CapturePreferences {
  /** Whether releasing the button is enough, or the Enter key has to confirm. */
  readonly confirmOn: 'release' | 'enter'
  /** Where the text goes first. */
  readonly deliverTo: 'clipboard' | 'panel'
  /** Whether `read-region` asks at a bar what to do; `ask-region` always does. */
  readonly bar: boolean
  /** Whether the person is told of what was copied; that nothing was found is always said. */
  readonly notify: boolean
}

/** A hotkey was pressed, or the same was asked for in another way. */
export interface BeginEvent {
  readonly kind: 'begin'
  readonly mode: CaptureMode
  readonly facts: ScreenFacts
  readonly preferences: CapturePreferences
  readonly remembered: RememberedRegion | undefined
}

/** A frame came; through a portal it does not say of which display. */
export interface FrozenEvent {
  readonly kind: 'frozen'
  readonly display: number | undefined
  readonly frame: Frame
  readonly look: FrameLook
}

/** What a vision model is asked about the region. `question` is there for `ask`, and only there. */
export interface RegionQuestion {
  readonly action: 'ask' | 'describe' | 'chart' | 'boxes'
  readonly question: string | undefined
}

/** What can happen to a capture. */
export type CaptureEvent =
  | BeginEvent
  | FrozenEvent
  /** No frame of a display; of none at all when `display` is undefined. */
  | { readonly kind: 'freeze-failed'; readonly display: number | undefined }
  | { readonly kind: 'portal-cancelled' }
  /** Where windows were when the hotkey was pressed, front to back; empty where the system does not tell. May come late. */
  | { readonly kind: 'windows'; readonly windows: readonly WindowPlace[] }
  /** An overlay shows its frame, still unseen. */
  | { readonly kind: 'painted'; readonly display: number }
  /** An overlay could not be shown, or died. */
  | { readonly kind: 'overlay-failed'; readonly display: number }
  | { readonly kind: 'overdue'; readonly stage: WatchedStage }
  | { readonly kind: 'selection'; readonly event: SelectionEvent }
  /** Frame the region that was framed last. */
  | { readonly kind: 'last-region' }
  | { readonly kind: 'confirm' }
  /** At the bar: read and deliver, let the picture float on top, or ask. */
  | { readonly kind: 'copy' | 'pin' }
  | { readonly kind: 'ask'; readonly question: RegionQuestion }
  | { readonly kind: 'escape' }
  /** All the displays that there are now. */
  | { readonly kind: 'displays-changed'; readonly displays: readonly Display[] }
  /** `picture` is how the shell finds the cut picture again. */
  | { readonly kind: 'cropped'; readonly picture: string }
  | { readonly kind: 'crop-failed'; readonly cause: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'read-failed'; readonly failure: Failure }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'deliver-failed'; readonly failure: Failure }
  | { readonly kind: 'quit' }
