import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../../../main/engine/protocol/geometry.ts'
import { findActivity } from '../../../../../../main/engine/worker/ocr/detect/activity.ts'
import { contentRegions } from '../../../../../../main/engine/worker/ocr/detect/content.ts'
import { blankPicture, draw } from '../canvas.ts'

/** Regions of a picture of `width` by `height` with black boxes in it. */
function regionsOf(width: number, height: number, boxes: readonly Box[]): Box[] {
  const pixels = draw(blankPicture(width, height), boxes)
  return contentRegions(pixels, findActivity(pixels))
}

const width = 1100
const height = 900
const boxes = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: width - 1 }),
    y: fc.integer({ min: 0, max: height - 1 }),
    w: fc.integer({ min: 1, max: 250 }),
    h: fc.integer({ min: 1, max: 60 })
  }),
  { maxLength: 12 }
)

describe('contentRegions', () => {
  it('covers whatever is drawn and stays inside the picture', () => {
    fc.assert(
      fc.property(boxes, (drawn) => {
        const inside = drawn.map(({ x, y, w, h }) => ({
          x0: x,
          y0: y,
          x1: Math.min(width, x + w),
          y1: Math.min(height, y + h)
        }))
        const pixels = draw(blankPicture(width, height), inside)
        const activity = findActivity(pixels)
        const regions = contentRegions(pixels, activity)
        for (const { x0, y0, x1, y1 } of regions) {
          expect(x0).toBeGreaterThanOrEqual(0)
          expect(y0).toBeGreaterThanOrEqual(0)
          expect(x1).toBeLessThanOrEqual(width)
          expect(y1).toBeLessThanOrEqual(height)
          expect(x0).toBeLessThan(x1)
          expect(y0).toBeLessThan(y1)
        }
        const missed = [...activity.cells.keys()].filter((index) => {
          const [x, y] = [(index % activity.columns) * 8, Math.floor(index / activity.columns) * 8]
          const holds = ({ x0, y0, x1, y1 }: Box): boolean =>
            x >= x0 && y >= y0 && Math.min(width, x + 8) <= x1 && Math.min(height, y + 8) <= y1
          return activity.cells[index] === 1 && !regions.some(holds)
        })
        expect(missed).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it('of a blank picture there are none', () => {
    expect(regionsOf(800, 600, [])).toEqual([])
  })

  it('leaves the blank out', () => {
    const [region, ...others] = regionsOf(1600, 1200, [{ x0: 100, y0: 100, x1: 300, y1: 120 }])
    expect(others).toEqual([])
    expect(region).toEqual({ x0: 80, y0: 80, x1: 320, y1: 144 })
  })

  it('cuts apart what lies far apart', () => {
    const far = [
      { x0: 50, y0: 50, x1: 700, y1: 350 },
      { x0: 1800, y0: 1500, x1: 2400, y1: 1780 }
    ]
    expect(regionsOf(2500, 1900, far)).toHaveLength(2)
  })

  it.each([
    ['a picture that is full', 800, 600, [{ x0: 5, y0: 5, x1: 795, y1: 595 }]],
    [
      'a small picture with two pieces',
      410,
      300,
      [
        { x0: 0, y0: 0, x1: 150, y1: 150 },
        { x0: 260, y0: 150, x1: 410, y1: 300 }
      ]
    ]
  ])('takes %s whole', (_name, x1, y1, drawn) => {
    expect(regionsOf(x1, y1, drawn)).toEqual([{ x0: 0, y0: 0, x1, y1 }])
  })

  it('takes a picture of very many islands whole', () => {
    const islands = Array.from({ length: 144 }, (_, k) => {
      const [x, y] = [(k % 12) * 160 + 20, Math.floor(k / 12) * 160 + 20]
      return { x0: x, y0: y, x1: x + 4, y1: y + 4 }
    })
    expect(regionsOf(1920, 1920, islands)).toEqual([{ x0: 0, y0: 0, x1: 1920, y1: 1920 }])
  })
})
