import type { Display } from './display.ts'
import { pixelsOf } from './pixels.ts'
import { areEqual, hasArea, isWithin, type Point, type Rect, type Size } from './rect.ts'

/** Where a window of any program is: in shared DIP. */
export type WindowPlace = Rect

/**
 * The windows that can be framed on a display, in whole pixels of it, front to back as they are given. Parts on other
 * displays are cut off; windows that would frame the same are named once.
 */
export function windowsOn(display: Display, size: Size, windows: readonly WindowPlace[]): Rect[] {
  const visible = windows.map((window) => pixelsOf(window, display, size)).filter(hasArea)
  return visible.filter((rect, index) => visible.findIndex((other) => areEqual(other, rect)) === index)
}

/** The front window over a point of the same space. */
export function windowUnder(point: Point, windows: readonly Rect[]): Rect | undefined {
  return windows.find((window) => isWithin(point, window))
}
