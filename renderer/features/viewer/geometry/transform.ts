/** x to the right, y down. */
export type Point = readonly [x: number, y: number]

export interface Size {
  readonly width: number
  readonly height: number
}

/** Clockwise quarter turns, in degrees. */
export type Turn = 0 | 90 | 180 | 270

/** How the picture lies in the viewport: turned about its origin, then scaled, then moved. */
export interface Transform {
  /** CSS pixels for one pixel of the picture. */
  readonly scale: number
  /** Where the origin of the picture stands, in CSS pixels from the top left corner of the viewport. */
  readonly x: number
  readonly y: number
  readonly turn: Turn
}

const cosines: Record<Turn, number> = { 0: 1, 90: 0, 180: -1, 270: 0 }
const sines: Record<Turn, number> = { 0: 0, 90: 1, 180: 0, 270: -1 }

/** From pixels of the picture to CSS pixels of the viewport. */
export function toViewport({ scale, x, y, turn }: Transform, [px, py]: Point): Point {
  const [cos, sin] = [cosines[turn], sines[turn]]
  return [x + scale * (px * cos - py * sin), y + scale * (px * sin + py * cos)]
}

/** From CSS pixels of the viewport to pixels of the picture, also outside of it. */
export function toPicture({ scale, x, y, turn }: Transform, [vx, vy]: Point): Point {
  const [cos, sin] = [cosines[turn], sines[turn]]
  const [dx, dy] = [(vx - x) / scale, (vy - y) / scale]
  return [dx * cos + dy * sin, dy * cos - dx * sin]
}

/** The six numbers of a `matrix()` in CSS, and of `setTransform` of a canvas. */
export function matrixOf({ scale, x, y, turn }: Transform): [number, number, number, number, number, number] {
  const [cos, sin] = [cosines[turn] * scale, sines[turn] * scale]
  return [cos, sin, -sin, cos, x, y]
}

/** Width and height as they are seen after a turn. */
export function turned({ width, height }: Size, turn: Turn): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }
}

/** The sum of two turns. */
export function addTurns(first: Turn, second: Turn): Turn {
  const all: readonly Turn[] = [0, 90, 180, 270]
  return all[((first + second) / 90) % 4] ?? 0
}
