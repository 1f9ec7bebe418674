import type { PixelBox } from './result.ts'

/** In square pixels; 0 for a box that is turned inside out. */
function areaOf(box: PixelBox): number {
  return Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0)
}

/** Shared area in square pixels. */
function sharedArea(a: PixelBox, b: PixelBox): number {
  return (
    Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0))
  )
}

/** Intersection over union, 0 to 1. */
export function overlapOf(a: PixelBox, b: PixelBox): number {
  const shared = sharedArea(a, b)
  return shared === 0 ? 0 : shared / (areaOf(a) + areaOf(b) - shared)
}
