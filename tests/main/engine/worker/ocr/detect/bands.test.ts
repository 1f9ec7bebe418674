import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '../../../../../../main/engine/protocol/geometry.ts'
import { Bands } from '../../../../../../main/engine/worker/ocr/detect/bands.ts'
import { quadOf, type Strip } from '../../../../../../main/engine/worker/ocr/strip.ts'

const place = fc.double({ min: -100, max: 700, noNaN: true })
const strip: fc.Arbitrary<Strip> = fc.record({
  x: place,
  y: place,
  length: fc.double({ min: 3, max: 500, noNaN: true }),
  thickness: fc.double({ min: 3, max: 90, noNaN: true }),
  angle: fc.oneof(fc.constant(0), fc.double({ min: -4, max: 4, noNaN: true })),
  score: fc.constant(1)
})

/** Whether the boxes around two strips share a row of the picture. */
function shareRow(a: Strip, b: Strip): boolean {
  const [first, second] = [boundsOf(quadOf(a)), boundsOf(quadOf(b))]
  return first.y0 <= second.y1 && second.y0 <= first.y1
}

describe('Bands', () => {
  it('know whatever shares a row with a strip', () => {
    fc.assert(
      fc.property(strip, strip, (kept, asked) => {
        const bands = new Bands()
        bands.add(kept)
        expect(!shareRow(kept, asked) || bands.find(asked, () => true) === kept).toBe(true)
      })
    )
  })

  it('ask about what is near, and forget', () => {
    const bands = new Bands()
    const rows = Array.from(
      { length: 200 },
      (_, k): Strip => ({ x: 0, y: k * 64, length: 50, thickness: 20, angle: 0, score: 1 })
    )
    for (const row of rows) bands.add(row)
    const [, , third] = rows as [Strip, Strip, Strip]
    const asked: Strip[] = []
    bands.find(third, (other) => asked.push(other) < 0)
    expect(new Set(asked).size).toBeLessThan(5)
    expect(bands.find(third, (other) => other === third)).toBe(third)
    bands.delete(third)
    expect(bands.find(third, (other) => other === third)).toBeUndefined()
  })
})
