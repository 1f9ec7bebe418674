import type { Display } from './display.ts'
import { clamp, floorOf, intersection, type Point, type Rect, rounded, type Size, whole } from './rect.ts'

/** A point in shared DIP, in DIP from the top left corner of a display. */
export function localTo({ bounds }: Display, point: Point): Point {
  return { x: point.x - bounds.x, y: point.y - bounds.y }
}

/**
 * The pixel of a display under a point that is given in DIP from its top left corner. A point outside counts as the nearest
 * one inside, and so a pointer in the last DIP of a row or column is on its last pixel: where the system tells whole
 * DIP only, the pixels after it could not be reached.
 */
export function pixelUnder(point: Point, { scale, bounds }: Display, size: Size): Point {
  return {
    x: point.x >= bounds.width - 1 ? size.width - 1 : clamp(floorOf(point.x * scale), 0, size.width - 1),
    y: point.y >= bounds.height - 1 ? size.height - 1 : clamp(floorOf(point.y * scale), 0, size.height - 1)
  }
}

/** The region from one pixel to another, both within it. */
export function spanning(from: Point, to: Point): Rect {
  const x = Math.min(from.x, to.x)
  const y = Math.min(from.y, to.y)
  return { x, y, width: Math.abs(from.x - to.x) + 1, height: Math.abs(from.y - to.y) + 1 }
}

/** A rectangle in shared DIP as whole pixels of a display, cut off at its edges; without area when it is elsewhere. */
export function pixelsOf(rect: Rect, display: Display, size: Size): Rect {
  const { scale } = display
  const { x, y } = localTo(display, rect)
  const pixels = rounded({ x: x * scale, y: y * scale, width: rect.width * scale, height: rect.height * scale })
  return intersection(pixels, whole(size))
}

/** A region in pixels of a display, in DIP from its top left corner: where an overlay draws the frame around it. */
export function localDip(rect: Rect, { scale }: Display): Rect {
  return { x: rect.x / scale, y: rect.y / scale, width: rect.width / scale, height: rect.height / scale }
}
