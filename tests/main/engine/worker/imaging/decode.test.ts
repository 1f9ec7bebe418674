import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { defaultPictureLimits, pictureFacts, pictureFormats } from '../../../../../main/engine/protocol/picture.ts'
import { decode } from '../../../../../main/engine/worker/imaging/decode.ts'
import { wholeRowsOf } from '../../../../../main/engine/worker/imaging/png-rows.ts'
import { probe } from '../../../../../main/engine/worker/imaging/probe.ts'
import { bmp } from '../../../../fixtures/pictures/bmp.ts'
import { drawn, encoded } from '../../../../fixtures/pictures/encoded.ts'
import { pngChunk, withChunks } from '../../../../fixtures/pictures/png.ts'
import { pixelsOf, scene } from '../../../../fixtures/pictures/scene.ts'

const files = await encoded()
const exact = pixelsOf(scene())

/** The greatest difference of any value. */
function distance(left: Uint8Array, right: Uint8Array): number {
  expect(left.length).toBe(right.length)
  return left.reduce((worst, value, index) => Math.max(worst, Math.abs(value - (right[index] ?? 0))), 0)
}

const meanOf = (data: Uint8Array): number => data.reduce((sum, value) => sum + value, 0) / data.length

const cut = (whole: Uint8Array): Uint8Array => whole.subarray(0, Math.floor(whole.length * 0.6))

describe('decode', () => {
  test.each(pictureFormats)('gives the pixels and the facts of %s', async (format) => {
    const { facts, ...pixels } = await decode(files[format], defaultPictureLimits)
    expect(pixels).toMatchObject({ width: 13, height: 9 })
    // JPEG and AVIF lose a little.
    expect(distance(pixels.data, exact.data)).toBeLessThanOrEqual(format === 'jpeg' || format === 'avif' ? 12 : 0)
    expect(facts).toMatchObject({ format, width: 13, height: 9, orientation: 1, frames: 1, problems: [] })
    expect(facts.bytes).toBe(files[format].length)
    expect(pictureFacts.parse(await probe(files[format], defaultPictureLimits))).toEqual(facts)
  })

  test('works on a view into a larger buffer', async () => {
    const carrier = Buffer.concat([Buffer.alloc(7, 1), files.png, Buffer.alloc(9, 2)])
    const { data } = await decode(carrier.subarray(7, 7 + files.png.length), defaultPictureLimits)
    expect(distance(data, exact.data)).toBe(0)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('sets EXIF orientation %i upright', async (orientation) => {
    const stored = await drawn(scene()).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer()
    const { facts, ...pixels } = await decode(stored, defaultPictureLimits)
    const turned = orientation >= 5
    expect(pixels).toMatchObject(turned ? { width: 9, height: 13 } : { width: 13, height: 9 })
    expect(facts).toMatchObject({ orientation, storedWidth: 13, storedHeight: 9, width: pixels.width })
    // EXIF 2.32, 4.6.5: which quarter of the stored picture comes to the top left.
    const corner = [0, 1, 3, 2, 0, 2, 3, 1][orientation - 1] ?? 0
    const expected = Uint8Array.from(scene().palette[corner] ?? [])
    expect(distance(pixels.data.subarray(0, 3), expected)).toBeLessThanOrEqual(40)
  })

  test('sets a turned AVIF upright', async () => {
    const stored = await drawn(scene()).withMetadata({ orientation: 6 }).avif({ quality: 100 }).toBuffer()
    const { facts, ...pixels } = await decode(stored, defaultPictureLimits)
    expect(pixels).toMatchObject({ width: 9, height: 13 })
    expect(facts).toMatchObject({ orientation: 6, storedWidth: 13, storedHeight: 9, width: 9, height: 13 })
  })

  test('lays transparency on white', async () => {
    const clear = { create: { width: 5, height: 5, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } } as const
    for (const file of [await sharp(clear).png().toBuffer(), await sharp(clear).webp({ lossless: true }).toBuffer()]) {
      const { data, facts } = await decode(file, defaultPictureLimits)
      expect(facts.alpha).toBe(true)
      expect(meanOf(data)).toBe(255)
    }
  })

  test('makes three channels of grey, 16 bits, a palette and CMYK', async () => {
    const odd = {
      grey: await drawn(scene()).greyscale().png().toBuffer(),
      'grey with alpha': await drawn(scene()).greyscale().ensureAlpha(0.5).png().toBuffer(),
      'deep colours': await drawn(scene()).toColourspace('rgb16').png().toBuffer(),
      'deep grey': await drawn(scene()).toColourspace('grey16').png().toBuffer(),
      palette: await drawn(scene()).png({ palette: true }).toBuffer(),
      '1 bit': await drawn(scene(2)).toColourspace('b-w').tiff({ bitdepth: 1, compression: 'ccittfax4' }).toBuffer(),
      cmyk: await drawn(scene()).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()
    }
    for (const file of Object.values(odd)) {
      const { data, width, height } = await decode(file, defaultPictureLimits)
      expect(data).toHaveLength(width * height * 3)
      // The first quarter is white, laid on white.
      expect(meanOf(data.subarray(0, 12))).toBeGreaterThan(250)
    }
    expect(await probe(odd['deep grey'], defaultPictureLimits)).toMatchObject({ colour: 'grey16', depth: 16 })
    expect(await probe(odd.cmyk, defaultPictureLimits)).toMatchObject({ colour: 'cmyk' })
  })

  test.each([8, 16])('brings a colour profile to sRGB at %i bits', async (depth) => {
    const green = { create: { width: 4, height: 4, channels: 3, background: { r: 60, g: 180, b: 60 } } } as const
    const wide = sharp(green).withIccProfile('p3')
    const file = await (depth === 16 ? wide.toColourspace('rgb16') : wide).png().toBuffer()
    const { data, facts } = await decode(file, defaultPictureLimits)
    expect(facts.depth).toBe(depth)
    expect(distance(data.subarray(0, 3), Uint8Array.from([60, 180, 60]))).toBeLessThanOrEqual(2)
  })

  test('uses the first frame of an animation and says so', async () => {
    const second = pixelsOf(scene(2)).data
    const raw = { width: 13, height: 18, channels: 3, pageHeight: 9 } as const
    const both = sharp(Buffer.concat([exact.data, second]), { raw })
    for (const file of [await both.clone().gif().toBuffer(), await both.clone().webp({ lossless: true }).toBuffer()]) {
      const { data, facts } = await decode(file, defaultPictureLimits)
      expect(distance(data, exact.data)).toBe(0)
      expect(facts).toMatchObject({ frames: 2, width: 13, height: 9 })
      expect(facts.problems).toHaveLength(1)
      await expect(decode(file, { ...defaultPictureLimits, frames: 1 })).rejects.toMatchObject({
        code: 'picture-too-many-pixels'
      })
    }
  })

  test('counts the frames of an animated PNG', async () => {
    const control = Buffer.from([0, 0, 0, 7, 0, 0, 0, 0])
    const file = withChunks(files.png, [pngChunk('acTL', control)])
    expect(await probe(file, defaultPictureLimits)).toMatchObject({ frames: 7 })
  })

  const noise = Uint8Array.from({ length: 200 * 200 * 3 }, (_, index) => (index * index) % 251)
  const grain = (): Sharp => sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })

  test.each([
    ['PNG', () => grain().png().toBuffer()],
    ['JPEG', () => grain().jpeg().toBuffer()],
    ['GIF', () => grain().gif().toBuffer()],
    ['BMP', async () => bmp(scene(4, 200, 200), { bits: 24 })]
  ])('uses what is left of a cut %s', async (_, whole) => {
    const file = await whole()
    expect(await decode(file, defaultPictureLimits)).toMatchObject({ isPartial: false })
    const left = await decode(cut(file), defaultPictureLimits)
    expect(left).toMatchObject({ width: 200, height: 200, isPartial: true })
  })

  // Dark, so that no row of it is white; tall enough for what was decoded to come round in the decoder's memory.
  const dark = Uint8Array.from({ length: 120 * 900 * 3 }, (_, index) => (index * (index % 1009)) % 97)
  const column = (): Sharp => sharp(dark, { raw: { width: 120, height: 900, channels: 3 } })

  test.each([
    ['PNG', () => column().png().toBuffer()],
    ['PNG of deep colours', () => column().toColourspace('rgb16').png().toBuffer()],
    ['JPEG', () => column().jpeg().toBuffer()]
  ])('leaves white what is missing of a cut %s', async (_, make) => {
    const file = await make()
    const whole = await decode(file, defaultPictureLimits)
    const left = await decode(cut(file), defaultPictureLimits)
    const row = 120 * 3
    const rows = left.data.findIndex((value) => value === 255) / row
    expect(rows).toBeGreaterThan(200)
    expect(rows).toBeLessThan(600)
    expect(Buffer.compare(left.data.subarray(0, rows * row), whole.data.subarray(0, rows * row))).toBe(0)
    expect(left.data.subarray(rows * row).every((value) => value === 255)).toBe(true)
  })

  test('gives a cut PNG to its last whole row, which libpng would not', async () => {
    const file = cut(await column().png({ palette: true, colours: 16 }).toBuffer())
    const short = await wholeRowsOf(file)
    const { height } = await sharp(short).metadata()
    const { data } = await decode(file, defaultPictureLimits)
    expect(height).toBeGreaterThan(200)
    expect(data.subarray(0, height * 120 * 3).includes(255)).toBe(false)
    expect(data.subarray(height * 120 * 3).every((value) => value === 255)).toBe(true)
  })

  test('turns what is left of a cut picture as the whole', async () => {
    const { data, width, height } = await decode(
      cut(await column().withMetadata({ orientation: 6 }).jpeg().toBuffer()),
      defaultPictureLimits
    )
    expect({ width, height }).toEqual({ width: 900, height: 120 })
    // What was at the bottom is on the left.
    expect([data[0], Number(data[899 * 3]) < 200]).toEqual([255, true])
  })

  test('refuses a cut TIFF, whose list of contents stands at its end', async () => {
    const file = cut(await grain().tiff().toBuffer())
    await expect(decode(file, defaultPictureLimits)).rejects.toMatchObject({ code: 'picture-damaged' })
  })
})

describe('limits', () => {
  test.each(pictureFormats)('holds for %s', async (format) => {
    const file = files[format]
    for (const look of [decode, probe]) {
      const bytes = look(file, { ...defaultPictureLimits, bytes: file.length - 1 })
      await expect(bytes).rejects.toMatchObject({ code: 'picture-too-many-bytes' })
      const pixels = look(file, { ...defaultPictureLimits, pixels: 13 * 9 - 1 })
      await expect(pixels).rejects.toMatchObject({ code: 'picture-too-many-pixels' })
      await expect(look(file, { ...defaultPictureLimits, pixels: 13 * 9, bytes: file.length })).resolves.toBeDefined()
    }
  })

  test('refuses an empty file, and what is no picture, with advice', async () => {
    await expect(decode(new Uint8Array(0), defaultPictureLimits)).rejects.toMatchObject({ code: 'picture-empty' })
    await expect(decode(Buffer.from('%PDF-1.7'), defaultPictureLimits)).rejects.toMatchObject({
      code: 'picture-format',
      message: 'This is a PDF, not a picture.',
      advice: expect.stringContaining('PNG')
    })
    await expect(probe(Buffer.from('hello, world'), defaultPictureLimits)).rejects.toMatchObject({
      code: 'picture-format'
    })
  })

  test('does not unpack the texts of a PNG', async () => {
    const bomb = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(7_900_000))])
    const file = withChunks(files.png, Array<Buffer>(100).fill(pngChunk('zTXt', bomb)))
    const before = process.resourceUsage().maxRSS
    const { data } = await decode(file, defaultPictureLimits)
    expect(distance(data, exact.data)).toBe(0)
    // Kilobytes; unpacked, the texts take 790 MB.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200_000)
  })
})
