import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnSize } from '../../../../../main/engine/worker/documents/scale.ts'

const pixels = 100_000_000

describe('the size of a drawn page', () => {
  it.each([
    ['A4 as it is', [595, 842], { dpi: 72, longest: 10_000 }, { width: 595, height: 842, dpi: 72 }],
    ['A4 for reading', [595, 842], { dpi: 200, longest: 10_000 }, { width: 1652, height: 2338, dpi: 200 }],
    ['A4 for a list', [595, 842], { dpi: 200, longest: 421 }, { width: 297, height: 421, dpi: 36 }],
    ['the largest that Acrobat makes', [14_400, 14_400], { dpi: 200, longest: 32_768 }, { width: 5477, height: 5477 }],
    ['a ribbon', [14_400, 0.1], { dpi: 72, longest: 10_000 }, { width: 10_000, height: 1 }]
  ])('%s', (_, [width = 0, height = 0], scale, size) => {
    expect(drawnSize({ width, height }, scale, { pixels })).toMatchObject(size)
  })

  it('never goes beyond a limit', () => {
    const points = fc.double({ min: 0.001, max: 1e9, noNaN: true })
    const scales = fc.record({
      dpi: fc.double({ min: 1, max: 1200, noNaN: true }),
      longest: fc.integer({ min: 16, max: 32_768 })
    })
    fc.assert(
      fc.property(points, points, scales, fc.integer({ min: 65_536, max: pixels }), (width, height, scale, most) => {
        const size = drawnSize({ width, height }, scale, { pixels: most })
        expect(size.width * size.height).toBeLessThanOrEqual(most)
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(scale.longest)
        expect(size.dpi).toBeLessThanOrEqual(scale.dpi)
        expect(Number.isInteger(size.width) && Number.isInteger(size.height) && size.width * size.height > 0).toBe(true)
      })
    )
  })
})
