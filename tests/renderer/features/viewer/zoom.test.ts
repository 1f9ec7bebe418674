import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cropBetween, firstCrop, isLargeEnough, stepCrop } from '../../../../renderer/features/viewer/crop/crop.ts'
import {
  matrixOf,
  type Point,
  type Transform,
  type Turn,
  toPicture,
  toViewport
} from '../../../../renderer/features/viewer/geometry/transform.ts'
import {
  fit,
  isFitted,
  pan,
  reveal,
  rotate,
  type Scene,
  seenBox,
  zoomAbout
} from '../../../../renderer/features/viewer/geometry/zoom.ts'

const turns: readonly Turn[] = [0, 90, 180, 270]
const scene: Scene = { picture: { width: 4000, height: 1000 }, viewport: { width: 848, height: 648 }, density: 1 }

const near = ([ax, ay]: Point, [bx, by]: Point): void => {
  expect(ax).toBeCloseTo(bx, 6)
  expect(ay).toBeCloseTo(by, 6)
}

describe('between picture and viewport', () => {
  test.each(turns)('a turn of %i degrees goes there and back', (turn) => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 40, noNaN: true }), fc.integer(), fc.integer(), (scale, x, y) => {
        const transform: Transform = { scale, x: x % 1000, y: y % 1000, turn }
        near(toPicture(transform, toViewport(transform, [17, 23])), [17, 23])
        const [a, b, c, d, e, f] = matrixOf(transform)
        near(toViewport(transform, [17, 23]), [a * 17 + c * 23 + e, b * 17 + d * 23 + f])
      })
    )
  })

  test('a quarter turn clockwise brings the right of the picture down', () => {
    const [x, y] = toViewport({ scale: 1, x: 0, y: 0, turn: 90 }, [10, 0])
    expect([Math.abs(x), y]).toEqual([0, 10])
  })
})

describe('fit', () => {
  test.each(turns)('shows all of it in the middle, turned by %i', (turn) => {
    const seen = seenBox(fit(scene, turn), { x0: 0, y0: 0, x1: 4000, y1: 1000 })
    expect(seen.x0).toBeGreaterThanOrEqual(23.9)
    expect(seen.y0).toBeGreaterThanOrEqual(23.9)
    expect(seen.x0 + seen.x1).toBeCloseTo(848, 6)
    expect(seen.y0 + seen.y1).toBeCloseTo(648, 6)
  })

  test('does not make a small picture larger than on its screen', () => {
    const picture = { width: 100, height: 50 }
    expect(fit({ ...scene, picture }, 0).scale).toBe(1)
    expect(fit({ ...scene, picture, density: 2 }, 0).scale).toBe(0.5)
  })

  test('stays when the picture is turned', () => {
    expect(isFitted(scene, rotate(scene, fit(scene, 0), 90))).toBe(true)
    const zoomed = zoomAbout(scene, fit(scene, 0), [400, 300], 3)
    expect(isFitted(scene, rotate(scene, zoomed, 90))).toBe(false)
    expect(rotate(scene, rotate(scene, fit(scene, 270), 90), 90).turn).toBe(90)
  })
})

test('zooming keeps the pixel under the pointer, within limits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...turns),
      fc.integer({ min: 100, max: 700 }),
      fc.integer({ min: 250, max: 400 }),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      (turn, x, y, factor) => {
        const before = fit(scene, turn)
        const about: Point = [x, y]
        const after = zoomAbout(scene, before, about, factor)
        expect(after.scale).toBeGreaterThan(0)
        expect(after.scale).toBeLessThanOrEqual(48)
        const under = toPicture(before, about)
        const isOnPicture = under[0] > 0 && under[0] < 4000 && under[1] > 0 && under[1] < 1000
        if (isOnPicture && factor > 1) near(toPicture(after, about), under)
      }
    )
  )
  expect(zoomAbout(scene, fit(scene, 0), [0, 0], 1e9).scale).toBe(48)
  expect(zoomAbout(scene, fit(scene, 0), [0, 0], 1e-9).scale).toBeCloseTo(fit(scene, 0).scale / 4, 9)
})

test('the picture cannot be lost out of sight', () => {
  fc.assert(
    fc.property(fc.constantFrom(...turns), fc.integer(), fc.integer(), (turn, dx, dy) => {
      const seen = seenBox(pan(scene, fit(scene, turn), dx, dy), { x0: 0, y0: 0, x1: 4000, y1: 1000 })
      expect(Math.min(seen.x1, 848) - Math.max(seen.x0, 0)).toBeGreaterThan(40)
      expect(Math.min(seen.y1, 648) - Math.max(seen.y0, 0)).toBeGreaterThan(40)
    })
  )
})

describe('reveal', () => {
  test('moves nothing when the place can be seen and read', () => {
    const transform = fit(scene, 0)
    expect(reveal(scene, transform, { x0: 100, y0: 100, x1: 900, y1: 300 })).toBe(transform)
  })

  test('makes small text large enough to read', () => {
    const box = { x0: 2000, y0: 500, x1: 2200, y1: 520 }
    const shown = seenBox(reveal(scene, fit(scene, 0), box), box)
    expect(shown.y1 - shown.y0).toBeCloseTo(22, 6)
    expect(shown.x0).toBeGreaterThan(0)
    expect(shown.x1).toBeLessThan(848)
  })

  test('shows all of what is larger than the viewport', () => {
    const close = zoomAbout(scene, fit(scene, 0), [400, 300], 30)
    const box = { x0: 0, y0: 0, x1: 4000, y1: 1000 }
    const shown = seenBox(reveal(scene, close, box), box)
    expect(shown.x0).toBeGreaterThanOrEqual(0)
    expect(shown.x1).toBeLessThanOrEqual(848)
  })
})

describe('crop', () => {
  const size = { width: 300, height: 200 }
  test('is in whole pixels and within the picture, however it is drawn', () => {
    expect(cropBetween([10.4, 20.6], [99.2, 50.1], size)).toEqual({ x0: 10, y0: 20, x1: 100, y1: 51 })
    expect(cropBetween([400, 500], [-20, -30], size)).toEqual({ x0: 0, y0: 0, x1: 300, y1: 200 })
    expect(isLargeEnough(cropBetween([10, 10], [12, 90], size))).toBe(false)
  })

  test('by keyboard stays within the picture', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom('move' as const, 'resize' as const),
            dx: fc.integer({ min: -400, max: 400 }),
            dy: fc.integer({ min: -400, max: 400 })
          })
        ),
        (steps) => {
          const box = steps.reduce((crop, step) => stepCrop(crop, step, size), firstCrop(size))
          expect(box.x0).toBeGreaterThanOrEqual(0)
          expect(box.y0).toBeGreaterThanOrEqual(0)
          expect(box.x1).toBeLessThanOrEqual(300)
          expect(box.y1).toBeLessThanOrEqual(200)
          expect(isLargeEnough(box)).toBe(true)
        }
      )
    )
  })
})
