import { areEqual, type Point, type Rect } from '../geometry/rect.ts'
import type { Region } from '../geometry/remembered.ts'

/** What is framed so far. All rectangles are in whole pixels of their display. */
export type Selection =
  /** Nothing; `hovered` is the window that a click would frame. `display` is the one that keys act on. */
  | { readonly kind: 'none'; readonly display: number; readonly hovered: Rect | undefined }
  /** `anchor` is the pixel at which the button was pressed. */
  | { readonly kind: 'dragging'; readonly display: number; readonly anchor: Point; readonly rect: Rect }
  | { readonly kind: 'framed'; readonly display: number; readonly rect: Rect }

/** A start: nothing framed, keys act on this display. */
export function nothingOn(display: number): Selection {
  return { kind: 'none', display, hovered: undefined }
}

/** The region that is meant when the person confirms now; undefined while there is none, or none for certain. */
export function regionOf(selection: Selection): Region | undefined {
  const { display } = selection
  if (selection.kind === 'framed') return { display, rect: selection.rect }
  if (selection.kind === 'none' && selection.hovered) return { display, rect: selection.hovered }
  return undefined
}

/** Whether two selections look the same on the screen. */
export function looksSame(one: Selection, other: Selection): boolean {
  if (one.kind !== other.kind || one.display !== other.display) return false
  const [a, b] = [rectOf(one), rectOf(other)]
  return a === undefined || b === undefined ? a === b : areEqual(a, b)
}

function rectOf(selection: Selection): Rect | undefined {
  return selection.kind === 'none' ? selection.hovered : selection.rect
}
