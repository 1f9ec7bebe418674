import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Component, findComponents } from '../../../../../../main/engine/worker/ocr/detect/components.ts'
import { directionOf, stripAt, stripsOf, uprightStrip } from '../../../../../../main/engine/worker/ocr/detect/slant.ts'
import { isInside, mapOf } from './probability-map.ts'

const degree = Math.PI / 180

/** One component for each rectangle, each turned by its angle in degrees. */
function drawn(
  ...rectangles: { x: number; y: number; length: number; thickness: number; degrees: number }[]
): Component[] {
  const turned = rectangles.map(({ degrees, ...rectangle }) => ({ ...rectangle, angle: degrees * degree }))
  const isText = (x: number, y: number): boolean => turned.some((rectangle) => isInside(rectangle, x + 0.5, y + 0.5))
  return findComponents(mapOf(400, 400, isText), 0.5)
}

const line = { x: 200, y: 200, length: 240, thickness: 12 }

describe('directionOf', () => {
  it('tells the angle of a line to half a degree', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -88, max: 88, noNaN: true }),
        fc.double({ min: 80, max: 300, noNaN: true }),
        fc.double({ min: 4, max: 16, noNaN: true }),
        (degrees, length, thickness) => {
          const [component] = drawn({ x: 200.3, y: 199.6, length, thickness, degrees })
          const { angle, aspect } = directionOf(component as Component)
          expect(Math.abs(angle / degree - degrees)).toBeLessThan(0.5)
          expect(aspect).toBeGreaterThan((length / thickness) * 0.8)
        }
      ),
      { numRuns: 40 }
    )
  })

  it.each([
    ['a square has none', { x0: 0, x1: 9 }, 9, 1],
    ['a dot has none', { x0: 0, x1: 1 }, 1, 0]
  ])('%s', (_name, { x0, x1 }, rows, aspect) => {
    const runs = Array.from({ length: rows }, (_, y) => ({ x0, x1, y }))
    expect(directionOf({ x0, y0: 0, x1, y1: rows, runs, area: rows * x1, score: 1 }).aspect).toBeCloseTo(aspect)
  })
})

describe('uprightStrip', () => {
  it.each([
    ['across', { x0: 10, y0: 20, x1: 50, y1: 30 }, { x: 30, y: 25, length: 40, thickness: 10, angle: 0 }],
    [
      'a tall one runs down',
      { x0: 0, y0: 0, x1: 10, y1: 40 },
      { x: 5, y: 20, length: 40, thickness: 10, angle: Math.PI / 2 }
    ],
    ['a letter stays upright', { x0: 0, y0: 0, x1: 10, y1: 15 }, { x: 5, y: 7.5, length: 10, thickness: 15, angle: 0 }]
  ])('%s', (_name, box, strip) => {
    expect(uprightStrip({ ...box, runs: [], area: 1, score: 0.5 })).toEqual({ ...strip, score: 0.5 })
  })
})

describe('stripsOf', () => {
  it('lays a slanted line into a rectangle of its own direction', () => {
    fc.assert(
      fc.property(fc.double({ min: 2, max: 80, noNaN: true }), fc.boolean(), (tilt, back) => {
        const degrees = back ? -tilt : tilt
        const [strip] = stripsOf(drawn({ ...line, degrees }))
        expect(Math.abs((strip?.angle ?? 0) / degree - degrees)).toBeLessThan(0.5)
        expect(strip?.x).toBeCloseTo(200, -0.5)
        expect(strip?.y).toBeCloseTo(200, -0.5)
        expect(Math.abs((strip?.length ?? 0) - line.length)).toBeLessThan(4)
        expect(Math.abs((strip?.thickness ?? 0) - line.thickness)).toBeLessThan(4)
      }),
      { numRuns: 30 }
    )
  })

  it('keeps every pixel inside the rectangle', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (degrees, angle) => {
          const [component] = drawn({ ...line, degrees })
          const strip = stripAt(component as Component, angle)
          const grownABit = { ...strip, length: strip.length + 1e-6, thickness: strip.thickness + 1e-6 }
          for (const { x0, x1, y } of component?.runs ?? [])
            for (const [x, v] of [
              [x0, y],
              [x1, y],
              [x0, y + 1],
              [x1, y + 1]
            ] as const)
              expect(isInside(grownABit, x, v)).toBe(true)
        }
      ),
      { numRuns: 20 }
    )
  })

  it.each([
    ['a level line', 0, 0],
    ['a drift of less than two pixels', 0.3, 0],
    ['straight down', 90, 90],
    ['almost straight down', 89.8, 90]
  ])('leaves %s upright', (_name, degrees, expected) => {
    expect(stripsOf(drawn({ ...line, degrees })).map(({ angle }) => angle / degree)).toEqual([expected])
  })

  it('lets a short piece follow the lines around it', () => {
    const lines = [60, 120, 180].map((y) => ({ x: 200, y, length: 240, thickness: 12, degrees: 10 }))
    const strips = stripsOf(drawn(...lines, { x: 200, y: 300, length: 22, thickness: 14, degrees: 10 }))
    expect(strips).toHaveLength(4)
    for (const { angle } of strips) expect(Math.abs(angle / degree - 10)).toBeLessThan(0.5)
  })

  it('keeps short pieces level where the lines do not agree', () => {
    const lines = [-30, 0, 30].map((degrees, k) => ({ x: 200, y: 80 + k * 110, length: 120, thickness: 10, degrees }))
    const strips = stripsOf(drawn(...lines, { x: 40, y: 40, length: 20, thickness: 14, degrees: 0 }))
    expect(strips.find(({ length }) => length < 30)?.angle).toBe(0)
  })

  it('takes nothing and single dots', () => {
    expect(stripsOf([])).toEqual([])
    expect(stripsOf(drawn({ x: 5.5, y: 5.5, length: 1, thickness: 1, degrees: 0 }))).toMatchObject([
      { x: 5.5, y: 5.5, length: 1, thickness: 1, angle: 0 }
    ])
  })
})
