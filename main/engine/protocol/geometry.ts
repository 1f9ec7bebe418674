import { z } from 'zod'

/** x to the right, y down, in pixels of the upright picture; fractions are allowed. */
export const point = z.tuple([z.number(), z.number()])
export type Point = z.infer<typeof point>

/**
 * Four corners of a line of text, clockwise as a reader of the line sees them: top left, top right, bottom right,
 * bottom left. For a line that runs upwards the "top left" is therefore at the bottom of the picture.
 */
export const quad = z.tuple([point, point, point, point])
export type Quad = z.infer<typeof quad>

/** Upright rectangle in pixels; `x1` and `y1` lie just outside. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The smallest upright rectangle around a quad. */
export function boundsOf(corners: Quad): Box {
  const xs = corners.map((corner) => corner[0])
  const ys = corners.map((corner) => corner[1])
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}
