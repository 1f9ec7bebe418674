import type { Box } from '../../../protocol/geometry.ts'
import { type Activity, cellSide } from './activity.ts'

/** Pixels seen on both sides of a cut that runs through content; a line lower than this is whole in one of the two. */
const overlap = 96

/** The same for a cut through a blank band: only the surroundings of a line matter. */
const blankOverlap = 16

/**
 * Cuts a region into tiles of at most `limit` pixels each, through the emptiest row (or column) near the middle.
 * Neighbouring tiles overlap.
 */
export function tilesOf(region: Box, activity: Activity, limit: number): Box[] {
  const width = region.x1 - region.x0
  const height = region.y1 - region.y0
  if (width * height <= limit || Math.max(width, height) <= 4 * overlap) return [region]
  const down = height >= width
  const { at, blank } = quietestCut(region, activity, down)
  const shared = blank ? blankOverlap : overlap
  const halves = down
    ? [
        { ...region, y1: Math.min(region.y1, at + shared) },
        { ...region, y0: Math.max(region.y0, at - shared) }
      ]
    : [
        { ...region, x1: Math.min(region.x1, at + shared) },
        { ...region, x0: Math.max(region.x0, at - shared) }
      ]
  return halves.flatMap((half) => tilesOf(half, activity, limit))
}

/** The row or column of cells with the least activity in the middle half of the region; `at` in pixels. */
function quietestCut(region: Box, activity: Activity, down: boolean): { at: number; blank: boolean } {
  const [from, to] = down ? [region.y0, region.y1] : [region.x0, region.x1]
  const quarter = (to - from) / 4
  let at = from + 2 * quarter
  let least = Number.POSITIVE_INFINITY
  let blank = false
  for (let cell = Math.ceil((from + quarter) / cellSide); cell < Math.floor((to - quarter) / cellSide); cell++) {
    const middle = cell * cellSide + cellSide / 2
    const active = down ? activeInRow(region, activity, cell) : activeInColumn(region, activity, cell)
    const cost = active + Math.abs(middle - from - 2 * quarter) / quarter
    if (cost < least) {
      least = cost
      at = middle
      blank = active === 0
    }
  }
  return { at: Math.round(at), blank }
}

function activeInRow({ x0, x1 }: Box, { cells, columns }: Activity, row: number): number {
  let active = 0
  for (let x = Math.floor(x0 / cellSide); x < Math.ceil(x1 / cellSide); x++) active += cells[row * columns + x] ?? 0
  return active
}

function activeInColumn({ y0, y1 }: Box, { cells, columns }: Activity, column: number): number {
  let active = 0
  for (let y = Math.floor(y0 / cellSide); y < Math.ceil(y1 / cellSide); y++) active += cells[y * columns + column] ?? 0
  return active
}
