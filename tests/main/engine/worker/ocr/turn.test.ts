import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../../../../main/engine/protocol/geometry.ts'
import type { ReadLine } from '../../../../../main/engine/protocol/reading.ts'
import { type Turn, turnBack, turnPixels } from '../../../../../main/engine/worker/ocr/turn.ts'
import { turnedBy } from '../../../../fixtures/transform.ts'
import { picture, valueAt } from './canvas.ts'

const turns = [0, 90, 180, 270] as const
const side = fc.integer({ min: 1, max: 20 })
const turn = fc.constantFrom(...turns)

/** A line with these corners. */
function lineAt(...quad: [Point, Point, Point, Point]): ReadLine {
  return { text: 'a', quad, confidence: 1, positions: [0.5], confidences: [1], vertical: false }
}

describe('turnPixels', () => {
  it.each([
    [90, [3, 1, 4, 2]],
    [180, [4, 3, 2, 1]],
    [270, [2, 4, 1, 3]]
  ] as const)('by %i clockwise', (degrees, expected) => {
    const turned = turnPixels(
      picture(2, 2, (x, y) => 1 + x + 2 * y),
      degrees
    )
    expect(Array.from(turned.data.filter((_, index) => index % 3 === 0))).toEqual(expected)
  })

  it('is undone by the rest of the full turn, for any picture', () => {
    fc.assert(
      fc.property(side, side, turn, (width, height, degrees) => {
        const pixels = picture(width, height, (x, y) => (x * 31 + y * 57) % 251)
        const back = ((360 - degrees) % 360) as Turn
        expect(turnPixels(turnPixels(pixels, degrees), back)).toEqual(pixels)
      })
    )
  })

  it('keeps the channels in order', () => {
    const two = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 2, height: 1 }
    expect(turnPixels(two, 180).data).toEqual(Uint8Array.of(4, 5, 6, 1, 2, 3))
    expect(turnPixels(two, 90)).toEqual({ data: two.data, width: 1, height: 2 })
  })
})

describe('turnBack', () => {
  it('says where in the original a pixel of the turned picture stands', () => {
    fc.assert(
      fc.property(side, side, turn, fc.nat(1000), (width, height, degrees, place) => {
        const pixels = picture(width, height, (x, y) => (x * 31 + y * 57) % 251)
        const page = turnPixels(pixels, degrees)
        const [x, y] = [place % page.width, Math.floor(place / page.width) % page.height]
        const pixel = lineAt([x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1])
        const { quad } = turnBack(pixel, degrees, width, height)
        const [u, v] = [Math.min(...quad.map((corner) => corner[0])), Math.min(...quad.map((corner) => corner[1]))]
        expect(valueAt(pixels, u, v)).toBe(valueAt(page, x, y))
      })
    )
  })

  it('undoes what turning a page does to its points', () => {
    const coordinate = fc.nat(90)
    fc.assert(
      fc.property(coordinate, coordinate, turn, (x, y, degrees) => {
        const moved = turnedBy(degrees, { width: 100, height: 90 }, [x, y])
        const [back] = turnBack(lineAt(moved, moved, moved, moved), degrees, 100, 90).quad
        expect(back).toEqual([expect.closeTo(x), expect.closeTo(y)])
      })
    )
  })

  it.each(turns)('keeps all but the corners, by %i', (degrees) => {
    const line = lineAt([0, 0], [5, 0], [5, 2], [0, 2])
    expect({ ...turnBack(line, degrees, 10, 10), quad: line.quad }).toEqual(line)
  })
})
