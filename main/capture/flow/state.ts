import type { FrozenDisplay } from '../frozen-display.ts'
import type { Display } from '../geometry/display.ts'
import type { Rect } from '../geometry/rect.ts'
import type { WindowPlace } from '../geometry/windows.ts'
import type { Selection } from '../selection/selection.ts'
import type { CaptureEffect } from './effect.ts'
import type { BeginEvent } from './event.ts'
import type { Target } from './target.ts'

/** Before the overlays: which displays have not given a frame, and which have. */
export interface Freezing {
  readonly kind: 'freezing'
  readonly begin: BeginEvent
  readonly target: Target
  /** Undefined while the system is still asked. */
  readonly windows: readonly WindowPlace[] | undefined
  readonly pending: readonly Display[]
  readonly frozen: readonly FrozenDisplay[]
}

/** Overlays are open but not seen. */
export interface Showing {
  readonly kind: 'showing'
  readonly begin: BeginEvent
  readonly frozen: readonly FrozenDisplay[]
  /** Displays whose overlay shows its frame. */
  readonly painted: readonly number[]
  readonly selection: Selection
}

/** The person frames a region. */
export interface Selecting {
  readonly kind: 'selecting'
  readonly begin: BeginEvent
  readonly frozen: readonly FrozenDisplay[]
  readonly selection: Selection
}

/** The region stands, and the person says at a bar beside it what to do. Only its own overlay is left. */
export interface Asking {
  readonly kind: 'asking'
  readonly begin: BeginEvent
  readonly on: FrozenDisplay
  readonly rect: Rect
  /** Undefined until it is cut out: until then there is no bar. */
  readonly picture: string | undefined
  /** Once something was asked, the region cannot be framed anew: the answer stands beside it. */
  readonly hasAsked: boolean
}

/** Nothing is on the screen any more; the region is being cut out. */
export interface Cropping {
  readonly kind: 'cropping'
  readonly begin: BeginEvent
}

export interface Reading {
  readonly kind: 'reading'
  readonly begin: BeginEvent
  readonly picture: string
}

export interface Delivering {
  readonly kind: 'delivering'
}

/** Where a capture stands. `idle` is where each begins and where each ends. */
export type CaptureState =
  | { readonly kind: 'idle' }
  | Freezing
  | Showing
  | Selecting
  | Asking
  | Cropping
  | Reading
  | Delivering

/** Where a capture stands after an event, and what has to be done for it. */
export interface Step {
  readonly state: CaptureState
  readonly effects: readonly CaptureEffect[]
}

export const idle: CaptureState = { kind: 'idle' }

/** A step without effects. */
export function stay(state: CaptureState): Step {
  return { state, effects: [] }
}

/** Whether it uses the screen: then no other capture may begin. While one reads or delivers, another may. */
export function holdsScreen(state: CaptureState): state is Freezing | Showing | Selecting | Asking {
  const { kind } = state
  return kind === 'freezing' || kind === 'showing' || kind === 'selecting' || kind === 'asking'
}
