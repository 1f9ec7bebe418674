import type { Point, Rect, Size } from '../shapes.ts'

/** DIP between a region and what stands beside it. */
const gap = 10
/** DIP that stay free at the edges of the screen. */
const edge = 12

/** Where a card stands, and how high it may grow; all in DIP of the page. */
export interface CardPlace {
  readonly left: number
  readonly width: number
  readonly maxHeight: number
  /** One of both: it grows away from the region. */
  readonly top?: number
  readonly bottom?: number
}

/** Beside the region where there is room: below, above, else over its lower part. */
export function cardPlace(region: Rect, page: Size, wantedWidth: number, wantedHeight: number): CardPlace {
  const width = Math.min(wantedWidth, page.width - 2 * edge)
  const left = clamp(region.x + region.width / 2 - width / 2, edge, Math.max(edge, page.width - edge - width))
  const below = page.height - edge - (region.y + region.height + gap)
  const above = region.y - gap - edge
  if (below >= wantedHeight || (below >= above && below >= wantedHeight / 2)) {
    return { left, width, top: region.y + region.height + gap, maxHeight: below }
  }
  if (above >= wantedHeight / 2) return { left, width, bottom: page.height - region.y + gap, maxHeight: above }
  return { left, width, bottom: edge, maxHeight: page.height - 2 * edge }
}

/** Where the size of a region is written: above its corner, or within when it touches the top. */
export function chipPlace(region: Rect, page: Size, chip: Size): Point {
  const x = clamp(region.x, edge / 2, Math.max(edge / 2, page.width - chip.width - edge / 2))
  const y = region.y - chip.height - 6
  return { x, y: y >= 4 ? y : region.y + 6 }
}

/** Where the magnifier stands: beside the pointer, on the side with room. */
export function lensPlace(pointer: Point, page: Size, lens: Size): Point {
  const away = 22
  const x = pointer.x + away + lens.width > page.width ? pointer.x - away - lens.width : pointer.x + away
  const y = pointer.y + away + lens.height > page.height ? pointer.y - away - lens.height : pointer.y + away
  return { x: Math.max(0, x), y: Math.max(0, y) }
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest)
}
