import { type Display, nominalSize } from './display.ts'
import { hasArea, intersection, type Point, type Rect } from './rect.ts'

/** A display, and where it begins among the pixels that the system counts over all displays. */
export interface NativeDisplay {
  readonly display: Display
  readonly origin: Point
}

/** A rectangle in such pixels, in shared DIP: one part for each display that it lies on, because each has its own scale. */
export function dipOf(rect: Rect, displays: readonly NativeDisplay[]): Rect[] {
  return displays
    .map(({ display, origin }) => {
      const { bounds, scale } = display
      const part = intersection(rect, { ...origin, ...nominalSize(display) })
      return {
        x: bounds.x + (part.x - origin.x) / scale,
        y: bounds.y + (part.y - origin.y) / scale,
        width: part.width / scale,
        height: part.height / scale
      }
    })
    .filter(hasArea)
}
