import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resample } from '../../../../../../main/engine/worker/ocr/detect/resample.ts'
import { blankPicture, draw, picture, valueAt } from '../canvas.ts'

const side = fc.integer({ min: 1, max: 40 })
const share = fc.double({ min: 0.01, max: 1, noNaN: true })

describe('resample', () => {
  it('leaves a constant constant, at any size that is no larger', () => {
    fc.assert(
      fc.property(side, side, share, share, fc.nat(255), (width, height, across, down, value) => {
        const pixels = draw(
          blankPicture(width + 9, height + 5, 255 - value),
          [{ x0: 4, y0: 2, x1: 4 + width, y1: 2 + height }],
          value
        )
        const [toWidth, toHeight] = [Math.ceil(width * across), Math.ceil(height * down)]
        const smaller = resample(pixels, { x0: 4, y0: 2, x1: 4 + width, y1: 2 + height }, toWidth, toHeight)
        expect(smaller).toMatchObject({ width: toWidth, height: toHeight })
        expect(smaller.data).toEqual(new Uint8Array(toWidth * toHeight * 3).fill(value))
      })
    )
  })

  it('averages four pixels into one at exact halves', () => {
    fc.assert(
      fc.property(side, side, fc.integer(), (width, height, seed) => {
        const pixels = picture(width * 2, height * 2, (x, y) => Math.abs(Math.imul(x * 31 + y * 17 + 1, seed)) % 256)
        const half = resample(pixels, { x0: 0, y0: 0, x1: width * 2, y1: height * 2 }, width, height)
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const four = [0, 1].flatMap((dy) => [0, 1].map((dx) => valueAt(pixels, 2 * x + dx, 2 * y + dy)))
            expect(valueAt(half, x, y)).toBe(Math.floor(four.reduce((sum, value) => sum + value, 0) / 4 + 0.5))
          }
        }
      }),
      { numRuns: 20 }
    )
  })

  it('keeps the channels apart', () => {
    const pixels = { data: Uint8Array.of(0, 10, 20, 100, 30, 40), width: 2, height: 1 }
    expect([...resample(pixels, { x0: 0, y0: 0, x1: 2, y1: 1 }, 1, 1).data]).toEqual([50, 20, 30])
  })

  it('copies at equal size', () => {
    const pixels = picture(9, 7, (x, y) => x * 20 + y)
    expect(resample(pixels, { x0: 0, y0: 0, x1: 9, y1: 7 }, 9, 7)).toEqual(pixels)
  })
})
