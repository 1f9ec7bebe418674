import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Component, findComponents } from '../../../../../../main/engine/worker/ocr/detect/components.ts'
import { joinSeams } from '../../../../../../main/engine/worker/ocr/detect/seams.ts'
import { mapOf, pixelsOf, shapeOf } from './probability-map.ts'

type IsText = (x: number, y: number) => boolean

/** What the detector sees of columns `[from, to)` or, `down`, of these rows, in the coordinates of the whole. */
function tile(side: number, isText: IsText, from: number, to: number, down: boolean): Component[] {
  const local = down
    ? mapOf(side, to - from, (x, y) => isText(x, y + from))
    : mapOf(to - from, side, (x, y) => isText(x + from, y))
  const [dx, dy] = down ? [0, from] : [from, 0]
  return findComponents(local, 0.5).map((component) => ({
    ...component,
    x0: component.x0 + dx,
    x1: component.x1 + dx,
    y0: component.y0 + dy,
    y1: component.y1 + dy,
    runs: component.runs.map(({ x0, x1, y }) => ({ x0: x0 + dx, x1: x1 + dx, y: y + dy }))
  }))
}

/** A stretch of one row. */
function part(x0: number, x1: number, score: number): Component {
  return { x0, x1, y0: 0, y1: 1, runs: [{ x0, x1, y: 0 }], area: x1 - x0, score }
}

/** Lines crossing every 8 pixels with a speck in each mesh. */
function net(x: number, y: number): boolean {
  return x % 8 === 0 || y % 8 === 0 || (x % 8 === 4 && y % 8 === 4)
}

describe('joinSeams', () => {
  const side = 20

  it('makes of overlapping tiles, cut anywhere, what the whole would give', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: side - 1 }), { maxLength: 4 })
    const texts = fc.array(fc.boolean(), { minLength: side * side, maxLength: side * side })
    fc.assert(
      fc.property(cuts, texts, fc.boolean(), fc.integer({ min: 1, max: 5 }), (at, drawn, down, overlap) => {
        const isText: IsText = (x, y) => drawn[y * side + x] === true
        const edges = [0, ...at.toSorted((a, b) => a - b), side]
        const tiles = edges
          .slice(0, -1)
          .map((from, k) =>
            tile(side, isText, Math.max(0, from - overlap), Math.min(side, (edges[k + 1] ?? side) + overlap), down)
          )
        const whole = findComponents(mapOf(side, side, isText), 0.5)
        const joined = joinSeams(tiles)
        expect(joined.map(shapeOf).toSorted()).toEqual(whole.map(shapeOf).toSorted())
        expect(joined.flatMap(pixelsOf).toSorted()).toEqual(whole.flatMap(pixelsOf).toSorted())
      })
    )
  })

  it('leaves pieces of one tile alone', () => {
    const pieces = tile(side, (x, y) => x % 3 === 0 && y % 3 === 0, 0, side, false)
    expect(joinSeams([pieces])).toEqual(pieces)
    expect(joinSeams([pieces, [], []]).map(shapeOf)).toEqual(pieces.map(shapeOf))
    expect(joinSeams([])).toEqual([])
  })

  it('weighs the score of each part by its size', () => {
    const [joined, ...others] = joinSeams([[part(0, 30, 0.5)], [part(20, 30, 0.9)]])
    expect(others).toEqual([])
    expect(joined).toMatchObject({ x0: 0, x1: 30, area: 30 })
    expect(joined?.score).toBeCloseTo(0.6)
  })

  it('joins a net that overlaps thousands of specks', () => {
    const joined = joinSeams([tile(400, net, 0, 220, false), tile(400, net, 180, 400, false)])
    expect(joined).toHaveLength(1 + 50 * 50)
  })
})
