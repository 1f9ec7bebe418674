import type { Direction, Stride } from '../geometry/keyboard.ts'
import type { Point } from '../geometry/rect.ts'

/** What a person does on an overlay. */
export type SelectionEvent =
  /** `point` is in DIP from the top left corner of the display; while a button is held it may lie outside. */
  | { readonly kind: 'press' | 'drag' | 'release' | 'hover'; readonly display: number; readonly point: Point }
  /** An arrow key, and one with the key that resizes. */
  | { readonly kind: 'move' | 'resize'; readonly direction: Direction; readonly stride: Stride }
  | { readonly kind: 'next-window' }
  | { readonly kind: 'next-display' }
  | { readonly kind: 'whole-display' }
