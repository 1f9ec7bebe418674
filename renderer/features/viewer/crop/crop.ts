import type { Point, Size } from '../geometry/transform.ts'

/** Whole pixels of the picture; `x1` and `y1` lie just outside. */
export interface CropBox {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Less than this in either direction is a click, not a part. */
export const leastPart = 8

/** The part between two corners, in whole pixels within the picture. */
export function cropBetween(a: Point, b: Point, { width, height }: Size): CropBox {
  return {
    x0: within(Math.floor(Math.min(a[0], b[0])), 0, width),
    y0: within(Math.floor(Math.min(a[1], b[1])), 0, height),
    x1: within(Math.ceil(Math.max(a[0], b[0])), 0, width),
    y1: within(Math.ceil(Math.max(a[1], b[1])), 0, height)
  }
}

export function isLargeEnough({ x0, y0, x1, y1 }: CropBox): boolean {
  return x1 - x0 >= leastPart && y1 - y0 >= leastPart
}

/** Where the keyboard begins: the middle half of the picture. */
export function firstCrop({ width, height }: Size): CropBox {
  return cropBetween([width / 4, height / 4], [(width * 3) / 4, (height * 3) / 4], { width, height })
}

export interface CropStep {
  readonly kind: 'move' | 'resize'
  readonly dx: number
  readonly dy: number
}

/** Moves the part, or its lower right corner, and stays within the picture. */
export function stepCrop(box: CropBox, { kind, dx, dy }: CropStep, { width, height }: Size): CropBox {
  if (kind === 'resize') {
    return {
      ...box,
      x1: within(box.x1 + dx, Math.min(box.x0 + leastPart, width), width),
      y1: within(box.y1 + dy, Math.min(box.y0 + leastPart, height), height)
    }
  }
  const x = within(dx, -box.x0, width - box.x1)
  const y = within(dy, -box.y0, height - box.y1)
  return { x0: box.x0 + x, y0: box.y0 + y, x1: box.x1 + x, y1: box.y1 + y }
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
