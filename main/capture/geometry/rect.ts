/** x to the right, y down. The unit is told by whoever holds it: DIP, or pixels of a display or of a frame. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** `x` and `y` are its top left corner; a point at `x + width` lies just outside. */
export interface Rect extends Point, Size {}

/** Fractions of a pixel below this come from dividing by a scale and multiplying again. */
const noise = 1e-6

/** The rectangle between two edges on each axis, in any order. */
export function between(from: Point, to: Point): Rect {
  const x = Math.min(from.x, to.x)
  const y = Math.min(from.y, to.y)
  return { x, y, width: Math.max(from.x, to.x) - x, height: Math.max(from.y, to.y) - y }
}

/** The corner opposite to the origin: just outside the rectangle. */
export function farCorner(rect: Rect): Point {
  return { x: rect.x + rect.width, y: rect.y + rect.height }
}

/** A rectangle at the origin. */
export function whole(size: Size): Rect {
  return { x: 0, y: 0, width: size.width, height: size.height }
}

export function isWithin(point: Point, rect: Rect): boolean {
  const end = farCorner(rect)
  return point.x >= rect.x && point.x < end.x && point.y >= rect.y && point.y < end.y
}

export function hasArea({ width, height }: Size): boolean {
  return width > 0 && height > 0
}

export function areEqual(one: Rect, other: Rect): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}

/** What two rectangles share; without area when they share nothing. */
export function intersection(one: Rect, other: Rect): Rect {
  const [oneEnd, otherEnd] = [farCorner(one), farCorner(other)]
  const x = Math.max(one.x, other.x)
  const y = Math.max(one.y, other.y)
  const width = Math.max(0, Math.min(oneEnd.x, otherEnd.x) - x)
  return { x, y, width, height: Math.max(0, Math.min(oneEnd.y, otherEnd.y) - y) }
}

/** The rectangle pushed into an area of this size without losing any of its own, unless it is the larger one. */
export function pushedInto(rect: Rect, size: Size): Rect {
  const width = Math.min(rect.width, size.width)
  const height = Math.min(rect.height, size.height)
  return { x: clamp(rect.x, 0, size.width - width), y: clamp(rect.y, 0, size.height - height), width, height }
}

/** Every edge moved to the nearest whole number. */
export function rounded(rect: Rect): Rect {
  const end = farCorner(rect)
  return between({ x: Math.round(rect.x), y: Math.round(rect.y) }, { x: Math.round(end.x), y: Math.round(end.y) })
}

/** The smallest rectangle of whole numbers around it. */
export function outward(rect: Rect): Rect {
  const end = farCorner(rect)
  return between({ x: floorOf(rect.x), y: floorOf(rect.y) }, { x: -floorOf(-end.x), y: -floorOf(-end.y) })
}

/** Largest whole number not above a number that may be a rounding error below one. Never -0. */
export function floorOf(value: number): number {
  return Math.floor(value + noise) + 0
}

export function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest)
}

/** Width and height changed for each other. */
export function onItsSide({ width, height }: Size): Size {
  return { width: height, height: width }
}
