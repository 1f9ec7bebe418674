import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSteep, partsOf, quadOf, type Strip, turned } from '../../../../../main/engine/worker/ocr/strip.ts'

const strip: Strip = { x: 100, y: 50, length: 60, thickness: 20, angle: 0, score: 0.9 }

describe('quadOf', () => {
  it.each([
    [
      'level',
      0,
      [
        [70, 40],
        [130, 40],
        [130, 60],
        [70, 60]
      ]
    ],
    [
      'downwards',
      90,
      [
        [110, 20],
        [110, 80],
        [90, 80],
        [90, 20]
      ]
    ],
    [
      'on its head',
      180,
      [
        [130, 60],
        [70, 60],
        [70, 40],
        [130, 40]
      ]
    ],
    [
      'upwards',
      -90,
      [
        [90, 80],
        [90, 20],
        [110, 20],
        [110, 80]
      ]
    ]
  ])('%s: from where a reader of the line starts, clockwise', (_name, degrees, corners) => {
    const quad = quadOf({ ...strip, angle: (degrees * Math.PI) / 180 })
    expect(quad).toEqual(corners.map((corner) => corner.map((value) => expect.closeTo(value))))
  })

  it('keeps middle and size at any angle', () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (angle) => {
        const [a, b, c, d] = quadOf({ ...strip, angle })
        expect((a[0] + c[0]) / 2).toBeCloseTo(100)
        expect((b[1] + d[1]) / 2).toBeCloseTo(50)
        expect(Math.hypot(b[0] - a[0], b[1] - a[1])).toBeCloseTo(60)
        expect(Math.hypot(d[0] - a[0], d[1] - a[1])).toBeCloseTo(20)
      })
    )
  })
})

describe('partsOf', () => {
  it('cuts along the line, in the order of a reader', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 5000, noNaN: true }),
        fc.double({ min: -7, max: 7, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (length, angle, most) => {
          const whole = { ...strip, length, angle }
          const quads = partsOf(whole, most).map(quadOf)
          const [start, , , below] = quadOf(whole)
          const joints = quads.map((quad, k) => [
            quads[k - 1]?.[1] ?? start,
            quad[0],
            quads[k - 1]?.[2] ?? below,
            quad[3]
          ])
          for (const [end, next, lowerEnd, lowerNext] of joints) {
            expect(next).toEqual(end?.map((value) => expect.closeTo(value, 6)))
            expect(lowerNext).toEqual(lowerEnd?.map((value) => expect.closeTo(value, 6)))
          }
          expect(quads.at(-1)?.[1]).toEqual(quadOf(whole)[1].map((value) => expect.closeTo(value, 6)))
          expect(quads.length).toBe(Math.max(1, Math.ceil(length / (20 * most))))
        }
      )
    )
  })

  it('leaves a strip of ordinary length as it is', () => {
    expect(partsOf(strip, 3)).toEqual([strip])
  })
})

describe('isSteep', () => {
  it.each([
    [0, false],
    [44, false],
    [46, true],
    [90, true],
    [-90, true],
    [134, true],
    [136, false],
    [180, false]
  ])('at %d degrees', (degrees, expected) => {
    expect(isSteep({ ...strip, angle: (degrees * Math.PI) / 180 })).toBe(expected)
  })
})

/** The four corners in one order, whatever the strip begins with. */
function cornersOf(of: Strip): string[] {
  return quadOf(of)
    .map((corner) => corner.map((value) => value.toFixed(6)).join())
    .toSorted()
}

describe('turned', () => {
  it.each([-2, -1, 0, 1, 2, 3])('by %i quarters lies on the same four corners', (quarters) => {
    const again = turned({ ...strip, angle: 0.3 }, quarters)
    expect(cornersOf(again)).toEqual(cornersOf({ ...strip, angle: 0.3 }))
    expect(again.angle).toBeCloseTo(0.3 + (quarters * Math.PI) / 2)
  })
})
