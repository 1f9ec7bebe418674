import type { Rect, Size } from '../../capture/geometry/rect.ts'

/** A still picture of a display, as the system gave it: upright, in pixels. */
export interface StillPicture {
  readonly size: Size
  /** BGRA, four bytes a pixel, row by row. */
  readonly pixels: () => Uint8Array
  /** A part of it as PNG; `rect` lies within it. Throws when it cannot be made. */
  readonly cut: (rect: Rect) => Uint8Array
}
