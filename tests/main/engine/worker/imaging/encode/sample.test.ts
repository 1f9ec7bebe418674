import { describe, expect, test } from 'vitest'
import { sample } from '../../../../../../main/engine/worker/imaging/encode/sample.ts'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'

/** Rows that tell their number, in steps of 100 rows. */
function rows(height: number, width = 4): Pixels {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => Math.floor(at / (width * 3) / 100))
  return { data, width, height }
}

describe('a sample', () => {
  test.each([1, 100, 959])('of %i rows is the picture itself', (height) => {
    const pixels = rows(height)
    expect(sample(pixels)).toBe(pixels)
  })

  test.each([
    [960, 320],
    [2000, 320],
    [8000, 1008],
    [25_000, 3136]
  ])('of %i rows has %i, from all over the picture', (height, expected) => {
    const part = sample(rows(height))
    expect(part).toMatchObject({ width: 4, height: expected })
    expect(part.data).toHaveLength(4 * expected * 3)
    const hundreds = new Set(part.data)
    expect(hundreds.size).toBeGreaterThan((height / 100) * 0.6)
  })
})
