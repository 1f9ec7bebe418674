import { describe, expect, it } from 'vitest'
import { planesOf } from '../../../../../main/engine/worker/ocr/planes.ts'

const mean = [0.485, 0.456, 0.406] as const
const deviation = [0.229, 0.224, 0.225] as const

describe('planesOf', () => {
  it.each([
    ['rgb', [0, 1, 2]],
    ['bgr', [2, 1, 0]]
  ] as const)('%s takes the bytes in that order', (channels, bytes) => {
    expect(planesOf({ channels, mean: [...mean], deviation: [...deviation] }).map(({ byte }) => byte)).toEqual(bytes)
  })

  it('mean and deviation are those of the planes, for values of 0 to 1', () => {
    const planes = planesOf({ channels: 'bgr', mean: [...mean], deviation: [...deviation] })
    for (const [k, { scale, shift }] of planes.entries())
      for (const byte of [0, 1, 128, 255])
        expect(byte * scale + shift).toBeCloseTo((byte / 255 - (mean[k] ?? 0)) / (deviation[k] ?? 1))
  })
})
