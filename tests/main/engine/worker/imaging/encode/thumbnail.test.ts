import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { defaultPictureLimits } from '../../../../../../main/engine/protocol/picture.ts'
import { thumbnail } from '../../../../../../main/engine/worker/imaging/encode/thumbnail.ts'
import { bmp } from '../../../../../fixtures/pictures/bmp.ts'
import { drawn, encoded } from '../../../../../fixtures/pictures/encoded.ts'
import { scene } from '../../../../../fixtures/pictures/scene.ts'
import { asJpeg, pixelsIn, slope } from './views.ts'

const formats = await encoded(scene(4, 130, 90))
const small = (bytes: Uint8Array, side: number) => thumbnail(bytes, side, defaultPictureLimits)

describe('a thumbnail', () => {
  test.each([
    [600, 400, 150, 150, 100],
    [400, 600, 150, 100, 150],
    [5000, 20, 100, 100, 1],
    [40, 30, 100, 40, 30],
    [1, 1, 64, 1, 1]
  ])('of %i by %i within %i is %i by %i', async (width, height, side, thumbWidth, thumbHeight) => {
    const { data, facts } = await small(
      await drawn(scene(4, width, height))
        .png()
        .toBuffer(),
      side
    )
    expect(facts).toEqual({ format: 'webp', bytes: data.length, width: thumbWidth, height: thumbHeight })
    expect(await sharp(data).metadata()).toMatchObject({ format: 'webp', width: thumbWidth, height: thumbHeight })
  })

  test.each(Object.entries(formats))('of a picture that comes as %s', async (_, file) => {
    const { data } = await small(file, 64)
    const { data: pixels, width } = await pixelsIn(data)
    const corner = (x: number, y: number): number[] => [
      ...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)
    ]
    // White, red, green and blue, as the quarters of the scene; colours are kept at half the resolution.
    for (const [x, y, [red, green, blue]] of [
      [5, 5, [255, 255, 255]],
      [58, 5, [255, 0, 0]],
      [5, 38, [0, 255, 0]],
      [58, 38, [0, 0, 255]]
    ] as const) {
      const [r = 0, g = 0, b = 0] = corner(x, y)
      expect(Math.max(Math.abs(r - red), Math.abs(g - green), Math.abs(b - blue))).toBeLessThan(30)
    }
  })

  test('stands upright and shows white where the picture is clear', async () => {
    const turned = await sharp(await asJpeg(slope(300, 200)))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await small(turned, 60)).facts).toMatchObject({ width: 40, height: 60 })
    const clear = await sharp({ create: { width: 300, height: 90, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    expect((await pixelsIn((await small(clear, 60)).data)).data[0]).toBeGreaterThan(250)
  })

  test('says nothing of where the picture was taken', async () => {
    const photo = await sharp(await asJpeg(slope(300, 200)))
      .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const { exif, icc, xmp } = await sharp((await small(photo, 64)).data).metadata()
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined])
  })

  test('of a cut file shows what is left', async () => {
    const photo = await asJpeg(slope(600, 400))
    expect((await small(photo.subarray(0, photo.length / 2), 100)).facts).toMatchObject({ width: 100, height: 67 })
  })

  test('of 100 megapixels', async () => {
    const large = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'green' } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    expect((await small(large, 256)).facts).toMatchObject({ width: 256, height: 256 })
  })

  test.each([
    ['no picture', Buffer.from('no picture at all'), 'picture-format'],
    ['an empty file', Buffer.alloc(0), 'picture-empty'],
    [
      'a bitmap that is cut behind its header',
      Buffer.from(bmp(scene(), { bits: 24 })).subarray(0, 54),
      'picture-damaged'
    ]
  ])('of %s is refused', async (_, file, code) => {
    await expect(small(file, 64)).rejects.toMatchObject({ name: 'Failure', code })
  })
})
