import type { Component } from './components.ts'
import { directionOf } from './slant.ts'

/** A piece that drifts by less over its length, in pixels, is level. */
const levelDrift = 2
/** A row belongs to the line when it is at least this share as long as the longest. */
const leastShare = 0.5

/**
 * Two tiles see the same line a pixel or two higher or lower, and a strip grows by three times that. Takes the rows
 * off a piece joined from several tiles that only a minor part of it has. Slanted pieces stay as they are.
 */
export function withoutFringe(component: Component): Component {
  const { x0, x1, y0, y1 } = component
  if (Math.abs(Math.sin(directionOf(component).angle)) * (x1 - x0) > levelDrift) return component
  const lengths = new Float64Array(y1 - y0)
  for (const run of component.runs) lengths[run.y - y0] = (lengths[run.y - y0] as number) + run.x1 - run.x0
  const least = lengths.reduce((most, length) => Math.max(most, length), 0) * leastShare
  const top = y0 + lengths.findIndex((length) => length >= least)
  const bottom = y0 + lengths.findLastIndex((length) => length >= least) + 1
  const runs = component.runs.filter(({ y }) => y >= top && y < bottom)
  return {
    ...component,
    y0: top,
    y1: bottom,
    runs,
    area: runs.reduce((sum, run) => sum + run.x1 - run.x0, 0)
  }
}
