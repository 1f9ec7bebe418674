import sharp from 'sharp'
import { expect, test } from 'vitest'
import { decodePng, encodePng } from './png.ts'

const width = 7
const height = 5
const bgra = Buffer.from(Array.from({ length: width * height * 4 }, (_, index) => (index * 37) % 256))

function rgbaOf(pixels: Buffer): Buffer {
  const out = Buffer.from(pixels)
  for (let at = 0; at < out.length; at += 4) {
    out[at] = pixels[at + 2] ?? 0
    out[at + 2] = pixels[at] ?? 0
  }
  return out
}

test('what is encoded is read by others, pixel for pixel', async () => {
  const { data, info } = await sharp(encodePng({ width, height, bgra })).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, info.channels]).toEqual([width, height, 4])
  expect(data.equals(rgbaOf(bgra))).toBe(true)
})

test.each([
  ['with adaptive filters', { adaptiveFiltering: true }],
  ['without filters', { adaptiveFiltering: false }],
  ['with a palette', { palette: true }]
] as const)('reads what others encode: %s', async (_name, options) => {
  const source = sharp({ create: { width: 40, height: 30, channels: 3, background: '#3b5fb9' } }).composite([
    {
      input: { create: { width: 9, height: 9, channels: 4, background: { r: 250, g: 128, b: 3, alpha: 1 } } },
      left: 4,
      top: 6
    }
  ])
  const png = await source.png(options).toBuffer()
  const expected = await sharp(png).ensureAlpha().raw().toBuffer()
  const read = decodePng(png)
  expect(read && rgbaOf(read.bgra).equals(expected)).toBe(true)
})

test('knows what is no PNG that it can read', async () => {
  const deep = await sharp(encodePng({ width, height, bgra })).toColourspace('rgb16').png().toBuffer()
  expect([decodePng(Buffer.from('GIF89a')), decodePng(deep)]).toEqual([undefined, undefined])
})
