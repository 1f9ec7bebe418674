import type { OverlayScene } from '../../../preload/contract/capture.ts'

export type Selection = OverlayScene['selection']
/** In pixels of the display, or in DIP of the page: whoever holds it says which. */
export type Rect = Extract<Selection, { kind: 'framed' }>['rect']
export type Size = OverlayScene['size']
export interface Point {
  readonly x: number
  readonly y: number
}

/** What is framed on this display, or what a click would frame; undefined for nothing, or on another display. */
export function shownRect(selection: Selection, display: number): Rect | undefined {
  if (selection.display !== display) return undefined
  return selection.kind === 'none' ? selection.hovered : selection.rect
}

/** A region in pixels of the display, in DIP of the page. */
export function inDip({ x, y, width, height }: Rect, scale: number): Rect {
  return { x: x / scale, y: y / scale, width: width / scale, height: height / scale }
}

/** The pixel of the display under a point of the page in DIP. */
export function pixelAt({ x, y }: Point, scale: number, { width, height }: Size): Point {
  return {
    x: Math.min(Math.max(Math.floor(x * scale), 0), width - 1),
    y: Math.min(Math.max(Math.floor(y * scale), 0), height - 1)
  }
}
