import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardPlace, chipPlace, lensPlace } from '../../../../renderer/features/capture/overlay/place.ts'

const page = { width: 1280, height: 800 }
const region = fc
  .record({
    x: fc.integer({ min: 0, max: 1270 }),
    y: fc.integer({ min: 0, max: 790 }),
    width: fc.integer({ min: 4, max: 1280 }),
    height: fc.integer({ min: 4, max: 800 })
  })
  .map((rect) => ({
    ...rect,
    width: Math.min(rect.width, page.width - rect.x),
    height: Math.min(rect.height, page.height - rect.y)
  }))

describe('the card with the bar', () => {
  it.each([
    ['below where there is room', { x: 100, y: 100, width: 300, height: 200 }, { top: 310 }],
    ['above at the foot of the screen', { x: 100, y: 600, width: 300, height: 190 }, { bottom: 210 }],
    ['over a region that fills the screen', { x: 0, y: 0, width: 1280, height: 800 }, { bottom: 12 }]
  ])('stands %s', (_name, rect, place) => {
    expect(cardPlace(rect, page, 530, 240)).toMatchObject(place)
  })

  it('is whole on the page wherever the region is', () => {
    fc.assert(
      fc.property(region, (rect) => {
        const { left, width, maxHeight, top, bottom } = cardPlace(rect, page, 530, 240)
        const from = top ?? page.height - (bottom ?? 0) - maxHeight
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left + width).toBeLessThanOrEqual(page.width)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(from + maxHeight).toBeLessThanOrEqual(page.height)
        expect(maxHeight).toBeGreaterThanOrEqual(120)
      })
    )
  })
})

it('size and lens are whole on the page as well', () => {
  const lens = { width: 122, height: 164 }
  fc.assert(
    fc.property(region, (rect) => {
      const chip = chipPlace(rect, page, { width: 112, height: 26 })
      const glass = lensPlace({ x: rect.x, y: rect.y }, page, lens)
      for (const [at, size] of [
        [chip, { width: 112, height: 26 }],
        [glass, lens]
      ] as const) {
        expect(at.x).toBeGreaterThanOrEqual(0)
        expect(at.y).toBeGreaterThanOrEqual(0)
        expect(at.x + size.width).toBeLessThanOrEqual(page.width)
        expect(at.y + size.height).toBeLessThanOrEqual(page.height + 6)
      }
    })
  )
})
