import { clamp, farCorner, isWithin, type Point, type Rect, type Size } from './rect.ts'

/** Clockwise degrees. */
export type Turn = 0 | 90 | 180 | 270

/** One display as the system describes it. */
export interface Display {
  readonly id: number
  /** In DIP, in the space that all displays share, as the person sees it: a display on its side is higher than wide. */
  readonly bounds: Rect
  /** Pixels per DIP: 1, 1.25, 1.5, 2 and so on. */
  readonly scale: number
  readonly rotation: Turn
}

/** Size in pixels as far as bounds and scale tell it: the system has rounded the bounds to whole DIP. */
export function nominalSize({ bounds, scale }: Display): Size {
  return { width: Math.round(bounds.width * scale), height: Math.round(bounds.height * scale) }
}

/** Whether nothing about a display has changed that would move what is on it. */
export function isSameDisplay(one: Display, other: Display): boolean {
  return one.id === other.id && hasSamePlace(one, other)
}

/** Whether two displays lie in the same place and count the same pixels, whatever their ids. */
export function hasSamePlace(one: Display, other: Display): boolean {
  const [a, b] = [one.bounds, other.bounds]
  const samePlace = a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
  return samePlace && one.scale === other.scale && one.rotation === other.rotation
}

/** The display under a point in shared DIP, or else the nearest one; undefined without displays. */
export function displayAt(point: Point, displays: readonly Display[]): Display | undefined {
  const [first, ...others] = displays
  if (first === undefined) return undefined
  return others.reduce((best, display) => (distance(point, display) < distance(point, best) ? display : best), first)
}

function distance(point: Point, { bounds }: Display): number {
  if (isWithin(point, bounds)) return -1
  const end = farCorner(bounds)
  return Math.hypot(point.x - clamp(point.x, bounds.x, end.x), point.y - clamp(point.y, bounds.y, end.y))
}
