import { describe, expect, it } from 'vitest'
import { bitmapFile } from '../../../main/capture/bitmap.ts'
import { lookOf } from '../../../main/capture/frame-look.ts'
import { sampleOf } from '../../../main/capture/frame-sample.ts'
import { pngSize } from '../../../main/capture/png-size.ts'

/** A frame of one colour, with a rectangle of another. */
function frameOf(width: number, height: number, ground: number, mark?: { size: number; shade: number }): Uint8Array {
  const pixels = new Uint8Array(width * height * 4).fill(ground)
  const { size, shade } = mark ?? { size: 0, shade: 0 }
  for (let y = 20; y < 20 + size; y++) {
    for (let x = 20; x < 20 + size; x++) pixels.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3)
  }
  for (let index = 3; index < pixels.length; index += 4) pixels[index] = 255
  return pixels
}

describe('a sample', () => {
  it('has the shape of the frame', () => {
    const { width, height, pixels } = sampleOf(frameOf(640, 360, 9), { width: 640, height: 360 })
    expect([width, height, pixels.length]).toEqual([64, 36, 64 * 36 * 4])
  })

  it.each<[string, Uint8Array, string]>([
    ['black', frameOf(640, 360, 0), 'black'],
    ['black with a cursor', frameOf(640, 360, 0, { size: 16, shade: 255 }), 'black'],
    ['of one colour', frameOf(640, 360, 120), 'flat'],
    ['with something on it', frameOf(640, 360, 120, { size: 200, shade: 20 }), 'picture'],
    ['with too few bytes', new Uint8Array(8), 'black']
  ])('of a frame that is %s', (_name, pixels, look) => {
    expect(lookOf(sampleOf(pixels, { width: 640, height: 360 }))).toBe(look)
  })

  it('of a frame smaller than itself is the frame', () => {
    const pixels = Uint8Array.from({ length: 3 * 2 * 4 }, (_, index) => index * 3)
    expect(sampleOf(pixels, { width: 3, height: 2 })).toEqual({ pixels, width: 3, height: 2 })
  })
})

describe('a bitmap', () => {
  it('says how its pixels lie, and has them as they were', () => {
    const pixels = Uint8Array.from({ length: 3 * 2 * 4 + 5 }, (_, index) => index)
    const file = bitmapFile(pixels, { width: 3, height: 2 })
    const view = new DataView(file.buffer)
    expect(new TextDecoder().decode(file.subarray(0, 2))).toBe('BM')
    expect([view.getInt32(18, true), view.getInt32(22, true), view.getUint16(28, true)]).toEqual([3, -2, 32])
    expect(file.subarray(view.getUint32(10, true))).toEqual(pixels.subarray(0, 24))
    expect(view.getUint32(2, true)).toBe(file.length)
  })

  it('is not made of too few pixels', () => {
    expect(() => bitmapFile(new Uint8Array(23), { width: 3, height: 2 })).toThrow(RangeError)
  })
})

it('the size of a PNG stands in its header', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000001f40000012c', 'hex')
  expect(pngSize(png)).toEqual({ width: 500, height: 300 })
  expect(() => pngSize(Buffer.from('GIF89a')).width).toThrow(RangeError)
})
