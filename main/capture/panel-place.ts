import type { Display } from './geometry/display.ts'
import { localDip } from './geometry/pixels.ts'
import { clamp, type Point, pushedInto, type Rect, type Size } from './geometry/rect.ts'

/** DIP of the panel that shows a text, and the least that a floating picture has. */
export const panelSize: Size = { width: 420, height: 480 }
const smallestPin: Size = { width: 96, height: 64 }

/** DIP between a panel and the edges of its display, or the cursor. */
const gap = 16

/** Where a picture floats: where it was framed, in shared DIP. `rect` is in pixels of the display. */
export function pinPlace(rect: Rect, display: Display): Rect {
  const local = localDip(rect, display)
  const size = { width: Math.max(smallestPin.width, local.width), height: Math.max(smallestPin.height, local.height) }
  return onto(display, pushedInto({ x: local.x, y: local.y, ...size }, display.bounds))
}

/** Where the panel with a text comes up, in shared DIP: beside the cursor, whole, on the side that has room for it. */
export function panelPlace(cursor: Point, display: Display): Rect {
  const { bounds } = display
  const at = { x: cursor.x - bounds.x, y: cursor.y - bounds.y }
  const width = Math.min(panelSize.width, bounds.width)
  const height = Math.min(panelSize.height, bounds.height)
  const fitsRight = at.x + gap + width + gap <= bounds.width
  const x = fitsRight ? at.x + gap : at.x - gap - width
  const y = clamp(at.y - height / 2, gap, Math.max(gap, bounds.height - height - gap))
  return onto(display, pushedInto({ x, y, width, height }, bounds))
}

/** Whole DIP: windows have no others. */
function onto({ bounds }: Display, { x, y, width, height }: Rect): Rect {
  return {
    x: Math.round(bounds.x + x),
    y: Math.round(bounds.y + y),
    width: Math.round(width),
    height: Math.round(height)
  }
}
