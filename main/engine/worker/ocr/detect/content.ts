import type { Box } from '../../../protocol/geometry.ts'
import type { Pixels } from '../../imaging/pixels.ts'
import { type Activity, cellSide } from './activity.ts'

/** Blank cells that separate two regions, between rows and between columns. */
const rowGap = 6
const columnGap = 12

/** Cells of blank kept around a region, so that the detector sees the ends of its lines. */
const margin = 2

/** What one run of the detector costs beside its pixels, in pixels. */
const runCost = 60_000

/** Leaving blank out must save this share of the work, else the picture is taken whole. */
const worthwhile = 0.12

/** More regions than this are not joined in pairs: the picture is then taken whole. */
const mostRegions = 100

/**
 * Rectangles that hold something, found by cutting the picture at blank bands, rows first, then columns, then rows
 * again. Joined again where that costs the detector less.
 */
export function contentRegions({ width, height }: Pixels, activity: Activity): Box[] {
  const cut = cutAtBlanks(activity, { x0: 0, y0: 0, x1: activity.columns, y1: activity.rows }, true, 2)
  const whole = { x0: 0, y0: 0, x1: width, y1: height }
  if (cut.length === 0) return []
  if (cut.length > mostRegions) return [whole]
  const regions = joinWhileCheaper(
    cut.map((box) => ({
      x0: Math.max(0, (box.x0 - margin) * cellSide),
      y0: Math.max(0, (box.y0 - margin) * cellSide),
      x1: Math.min(width, (box.x1 + margin) * cellSide),
      y1: Math.min(height, (box.y1 + margin) * cellSide)
    }))
  )
  const cost = regions.reduce((sum, region) => sum + costOf(region), 0)
  return cost < costOf(whole) * (1 - worthwhile) ? regions : [whole]
}

/** Recursive XY-cut in cells; `byRows` tells the direction of this level. */
function cutAtBlanks(activity: Activity, box: Box, byRows: boolean, depth: number): Box[] {
  const parts = runsOf(profile(activity, box, byRows), byRows ? rowGap : columnGap).map(([from, to]) =>
    byRows ? { ...box, y0: box.y0 + from, y1: box.y0 + to } : { ...box, x0: box.x0 + from, x1: box.x0 + to }
  )
  return depth === 0 ? parts : parts.flatMap((part) => cutAtBlanks(activity, part, !byRows, depth - 1))
}

/** One byte a row (or column) of the box: 1 when any of its cells is active. */
function profile({ cells, columns }: Activity, box: Box, byRows: boolean): Uint8Array {
  const active = new Uint8Array(byRows ? box.y1 - box.y0 : box.x1 - box.x0)
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = box.x0; x < box.x1; x++) {
      if (cells[y * columns + x] === 1) active[byRows ? y - box.y0 : x - box.x0] = 1
    }
  }
  return active
}

/** Runs of ones as `[from, to)`; blanks of at most `gap` do not end a run. */
function runsOf(active: Uint8Array, gap: number): [number, number][] {
  const runs: [number, number][] = []
  let current: [number, number] | undefined
  for (let k = 0; k < active.length; k++) {
    if (active[k] === 0) continue
    if (current && k - current[1] < gap + 1) current[1] = k + 1
    else runs.push((current = [k, k + 1]))
  }
  return runs
}

/** Work of the detector on a region, in pixels of its padded input. */
function costOf(region: Box): number {
  return Math.ceil((region.x1 - region.x0) / 32) * Math.ceil((region.y1 - region.y0) / 32) * 1024 + runCost
}

function joinWhileCheaper(regions: Box[]): Box[] {
  const joined = [...regions]
  for (;;) {
    let best: { saved: number; a: number; b: number; box: Box } | undefined
    for (const [a, first] of joined.entries()) {
      for (const [offset, second] of joined.slice(a + 1).entries()) {
        const box = around(first, second)
        const saved = costOf(first) + costOf(second) - costOf(box)
        if (saved > (best?.saved ?? 0)) best = { saved, a, b: a + 1 + offset, box }
      }
    }
    if (!best) return joined
    joined.splice(best.b, 1)
    joined[best.a] = best.box
  }
}

function around(a: Box, b: Box): Box {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) }
}
