import type { FrameLook } from './frame-look.ts'
import type { Display } from './geometry/display.ts'
import { type Frame, pixelSize } from './geometry/frame.ts'
import type { Rect, Size } from './geometry/rect.ts'
import { type WindowPlace, windowsOn } from './geometry/windows.ts'

/** A display of which there is a still picture. */
export interface FrozenDisplay {
  readonly display: Display
  readonly frame: Frame
  readonly look: FrameLook
  /** In pixels of the display: what regions on it are counted in. */
  readonly size: Size
  /** What a click frames, front to back, in pixels of the display. */
  readonly windows: readonly Rect[]
}

/** Puts a display and its frame together; `windows` are those of all displays. */
export function frozenDisplay(
  display: Display,
  frame: Frame,
  look: FrameLook,
  windows: readonly WindowPlace[]
): FrozenDisplay {
  const size = pixelSize(display, frame)
  return { display, frame, look, size, windows: windowsOn(display, size, windows) }
}

/** The same, when it has become known where windows are. */
export function withWindows(on: FrozenDisplay, windows: readonly WindowPlace[]): FrozenDisplay {
  return { ...on, windows: windowsOn(on.display, on.size, windows) }
}
