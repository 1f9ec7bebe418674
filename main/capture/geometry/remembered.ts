import { type Display, hasSamePlace } from './display.ts'
import { pushedInto, type Rect, rounded, type Size } from './rect.ts'

/** A region of one display, in whole pixels of it. */
export interface Region {
  readonly display: number
  readonly rect: Rect
}

/** The last region that a person framed, with what is needed to find it again. */
export interface RememberedRegion {
  readonly display: Display
  /** In pixels: what `rect` is counted in. */
  readonly size: Size
  readonly rect: Rect
}

/**
 * What became of the display of a remembered region. `same`: the region can be read at once. `changed`: it has another scale,
 * size or rotation, so a person should look at the region first. `gone`: there is no such display.
 */
export type Recall = { readonly kind: 'same' | 'changed'; readonly display: Display } | { readonly kind: 'gone' }

/**
 * Finds the display again. Where it stands among the others does not matter: a region is counted on its display. One that was
 * plugged in anew may have another id: then its place decides.
 */
export function recall({ display }: RememberedRegion, displays: readonly Display[]): Recall {
  const own = displays.find(({ id }) => id === display.id)
  if (own) return { kind: isUnchanged(own, display) ? 'same' : 'changed', display: own }
  const inItsPlace = displays.find((candidate) => hasSamePlace(candidate, display))
  return inItsPlace ? { kind: 'same', display: inItsPlace } : { kind: 'gone' }
}

function isUnchanged(now: Display, before: Display): boolean {
  return hasSamePlace({ ...now, bounds: { ...now.bounds, x: before.bounds.x, y: before.bounds.y } }, before)
}

/**
 * A remembered region on a display of this size in pixels: the same pixels where the size is the same, else the same
 * part of it.
 */
export function refitted({ rect, size: old }: RememberedRegion, size: Size): Rect {
  const [across, down] = [size.width / old.width, size.height / old.height]
  const scaled = rounded({
    x: rect.x * across,
    y: rect.y * down,
    width: rect.width * across,
    height: rect.height * down
  })
  return pushedInto({ ...scaled, width: Math.max(1, scaled.width), height: Math.max(1, scaled.height) }, size)
}
