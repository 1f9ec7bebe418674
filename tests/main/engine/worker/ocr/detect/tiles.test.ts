import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../../../main/engine/protocol/geometry.ts'
import type { Activity } from '../../../../../../main/engine/worker/ocr/detect/activity.ts'
import { tilesOf } from '../../../../../../main/engine/worker/ocr/detect/tiles.ts'

/** Cells of a picture that is drawn upon except in rows (or columns) `blank` of cells. */
function activityOf(width: number, height: number, blank: readonly number[] = [], down = true): Activity {
  const [columns, rows] = [Math.ceil(width / 8), Math.ceil(height / 8)]
  const cells = Uint8Array.from({ length: columns * rows }, (_, index) =>
    blank.includes(down ? Math.floor(index / columns) : index % columns) ? 0 : 1
  )
  return { columns, rows, cells }
}

const areaOf = ({ x0, y0, x1, y1 }: Box): number => (x1 - x0) * (y1 - y0)

describe('tilesOf', () => {
  it('covers the region with tiles that keep to the limit unless they are small', () => {
    const side = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(
        side,
        side,
        fc.nat(200),
        fc.nat(200),
        fc.integer({ min: 1000, max: 2_000_000 }),
        (w, h, x, y, limit) => {
          const region = { x0: x, y0: y, x1: x + w, y1: y + h }
          const tiles = tilesOf(region, activityOf(x + w, y + h), limit)
          for (const tile of tiles) {
            expect(areaOf(tile) <= limit || Math.max(tile.x1 - tile.x0, tile.y1 - tile.y0) <= 384).toBe(true)
            expect(Object.values(tile).every(Number.isInteger)).toBe(true)
            expect(tile.x0 >= region.x0 && tile.y0 >= region.y0 && tile.x1 <= region.x1 && tile.y1 <= region.y1).toBe(
              true
            )
          }
          // Every corner of a tile is a place where a gap would begin.
          const [xs, ys] = [tiles.flatMap(({ x0, x1 }) => [x0, x1 - 1]), tiles.flatMap(({ y0, y1 }) => [y0, y1 - 1])]
          const uncovered = [...new Set(xs)].flatMap((u) =>
            [...new Set(ys)]
              .filter((v) => !tiles.some((t) => u >= t.x0 && u < t.x1 && v >= t.y0 && v < t.y1))
              .map((v) => [u, v])
          )
          expect(uncovered).toEqual([])
        }
      ),
      { numRuns: 60 }
    )
  })

  it('leaves a region within the limit whole', () => {
    const region = { x0: 8, y0: 16, x1: 1008, y1: 1016 }
    expect(tilesOf(region, activityOf(1100, 1100), 1_000_000)).toEqual([region])
  })

  it('cuts through a blank band where there is one, with little overlap', () => {
    const region = { x0: 0, y0: 0, x1: 800, y1: 1600 }
    expect(tilesOf(region, activityOf(800, 1600, [90]), 1_000_000)).toEqual([
      { ...region, y1: 90 * 8 + 4 + 16 },
      { ...region, y0: 90 * 8 + 4 - 16 }
    ])
  })

  it('cuts a wide region through a blank column', () => {
    const region = { x0: 0, y0: 0, x1: 1600, y1: 800 }
    expect(tilesOf(region, activityOf(1600, 800, [110], false), 1_000_000)).toEqual([
      { ...region, x1: 110 * 8 + 4 + 16 },
      { ...region, x0: 110 * 8 + 4 - 16 }
    ])
  })

  it('shares a line of 90 pixels where every cut goes through content', () => {
    const [upper, lower] = tilesOf({ x0: 0, y0: 0, x1: 800, y1: 1600 }, activityOf(800, 1600), 1_000_000)
    expect((upper?.y1 ?? 0) - (lower?.y0 ?? 0)).toBe(192)
  })
})
