import type { Component, ProbabilityMap } from '../../../../../../main/engine/worker/ocr/detect/components.ts'

/** A map with text (0.75) wherever `isText` says so, in rows of `stride` values of which the rest looks like text too. */
export function mapOf(
  width: number,
  height: number,
  isText: (x: number, y: number) => boolean,
  stride = width
): ProbabilityMap {
  const values = new Float32Array(stride * height).fill(1)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) values[y * stride + x] = isText(x, y) ? 0.75 : 0.25
  return { values, stride, width, height }
}

/** A map of probabilities from a list of rows. */
export function mapOfRows(rows: readonly (readonly number[])[]): ProbabilityMap {
  const width = rows[0]?.length ?? 0
  return { values: Float32Array.from(rows.flat()), stride: width, width, height: rows.length }
}

/** Whether a point lies in a rectangle that is turned by `angle` about its middle. */
export function isInside(
  rectangle: { x: number; y: number; length: number; thickness: number; angle: number },
  x: number,
  y: number
): boolean {
  const [dx, dy] = [x - rectangle.x, y - rectangle.y]
  const along = dx * Math.cos(rectangle.angle) + dy * Math.sin(rectangle.angle)
  const across = dy * Math.cos(rectangle.angle) - dx * Math.sin(rectangle.angle)
  return Math.abs(along) <= rectangle.length / 2 && Math.abs(across) <= rectangle.thickness / 2
}

/** The pixels of a component as `x,y`, in one order. */
export function pixelsOf({ runs }: Component): string[] {
  return runs.flatMap(({ x0, x1, y }) => Array.from({ length: x1 - x0 }, (_, k) => `${x0 + k},${y}`)).toSorted()
}

/** What one component looks like from outside, without its runs. */
export function shapeOf({ x0, y0, x1, y1, area, score }: Component): string {
  return `${x0},${y0},${x1},${y1} area ${area} score ${score.toFixed(4)}`
}
