import { describe, expect, it } from 'vitest'
import { planesOf } from '../../../../../../main/engine/worker/ocr/planes.ts'
import { invert, isDark } from '../../../../../../main/engine/worker/ocr/recognise/polarity.ts'
import type { Target } from '../../../../../../main/engine/worker/ocr/recognise/snippet.ts'

const planes = planesOf({ channels: 'bgr', mean: [0.5, 0.4, 0.3], deviation: [0.5, 0.25, 0.2] })

/** A line of 4 by 2 pixels behind 5 other values, in rows of 6, with bytes as the planes see them. */
function lineOf(bytes: readonly number[]): Target {
  const values = new Float32Array(5 + 3 * 12).fill(99)
  for (const [k, { scale, shift }] of planes.entries())
    for (const [index, byte] of bytes.entries())
      values[5 + k * 12 + Math.floor(index / 4) * 6 + (index % 4)] = byte * scale + shift
  return { values, offset: 5, stride: 6, size: 12, width: 4, height: 2 }
}

describe('isDark', () => {
  it.each([
    ['bright ink on a dark ground', [10, 10, 240, 10, 10, 10, 10, 10], true],
    ['dark ink on a bright ground', [240, 240, 10, 240, 240, 240, 240, 240], false],
    ['one colour', [10, 10, 10, 10, 10, 10, 10, 10], false]
  ])('%s', (_name, bytes, expected) => {
    expect(isDark(lineOf(bytes))).toBe(expected)
  })
})

describe('invert', () => {
  it('makes the negative of every plane, of the line alone', () => {
    const bytes = [0, 255, 100, 7, 200, 31, 128, 64]
    const line = lineOf(bytes)
    invert(line, planes)
    const expected = lineOf(bytes.map((byte) => 255 - byte))
    for (const [index, value] of expected.values.entries()) expect(line.values[index]).toBeCloseTo(value, 4)
  })
})
