import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type Encoding, encodedFacts, type View } from '../../../../../../main/engine/protocol/view.ts'
import type { IndexedPixels } from '../../../../../../main/engine/worker/imaging/encode/colours.ts'
import { writeIndexedPng } from '../../../../../../main/engine/worker/imaging/encode/indexed-png.ts'
import { placeWhole } from '../../../../../../main/engine/worker/imaging/encode/place-indexed.ts'
import { drawn, encoded } from '../../../../../fixtures/pictures/encoded.ts'
import { pngChunk, withChunks } from '../../../../../fixtures/pictures/png.ts'
import { scene } from '../../../../../fixtures/pictures/scene.ts'
import { isBare, segment, withSegments } from './parts.ts'
import { anything, asJpeg, asPng, encodeAll, encodeOne, noise, pixelsIn, shownBy, slope, whole } from './views.ts'

const screen = scene(4, 300, 200)
const screenPng = await drawn(screen).png().toBuffer()
const photo = slope(300, 200)
const photoPng = await asPng(photo)
const photoJpeg = await asJpeg(photo)
const everyFormat = await encoded(scene(4, 60, 40))
const comment = pngChunk('tEXt', Buffer.from('Comment\0a secret'))

describe('the way of encoding', () => {
  test('a screen of few colours: the file without its metadata where it is small, else a palette', async () => {
    const kept = await encodeOne(withChunks(screenPng, [comment]), whole(screen))
    expect(kept.facts).toMatchObject({ format: 'png', fidelity: 'original', width: 300, height: 200 })
    const packed = await encodeOne(await drawn(screen).png({ compressionLevel: 0 }).toBuffer(), whole(screen))
    expect(packed.facts).toMatchObject({ format: 'png', fidelity: 'exact' })
    expect(await sharp(packed.data).metadata()).toMatchObject({ isPalette: true })
  })

  test('a photo: as it is, or as JPEG 4:4:4', async () => {
    const kept = await encodeOne(withSegments(photoJpeg, [segment(0xfe, 'a secret')]), whole(photo))
    expect(kept.facts).toMatchObject({ format: 'jpeg', fidelity: 'original', bytes: kept.data.length })
    expect(await pixelsIn(kept.data)).toEqual(await pixelsIn(photoJpeg))
    const made = await encodeOne(photoPng, whole(photo))
    expect(made.facts).toMatchObject({ format: 'jpeg', fidelity: 'lossy', quality: 90 })
    expect(await sharp(made.data).metadata()).toMatchObject({ chromaSubsampling: '4:4:4' })
  })

  test('a part of a screen, or one with a rim: every pixel is kept', async () => {
    const picture = await pixelsIn(screenPng)
    for (const view of [
      whole(screen, { width: 320, height: 224 }),
      {
        crop: { x0: 33, y0: 9, x1: 233, y1: 159 },
        content: { width: 200, height: 150 },
        canvas: { width: 224, height: 160 }
      }
    ]) {
      const made = await encodeOne(screenPng, view)
      expect(made.facts).toMatchObject({ ...view.canvas, fidelity: 'exact' })
      expect(await pixelsIn(made.data)).toEqual(await shownBy(picture, view))
    }
  })

  test('a file that is cut is never passed on as it is, and is named', async () => {
    for (const file of [screenPng, photoJpeg]) {
      const left = await encodeOne(file.subarray(0, Math.floor(file.length * 0.7)), whole(screen))
      expect(left.facts).toMatchObject({ partial: true, fidelity: expect.not.stringMatching('original') })
      expect((await encodeOne(file, whole(screen))).facts).not.toHaveProperty('partial')
    }
  })

  test('a picture that lies on its side is put upright', async () => {
    const turned = await sharp(photoJpeg).withMetadata({ orientation: 6 }).toBuffer()
    const made = await encodeOne(turned, whole({ width: 200, height: 300 }))
    expect(made.facts).toMatchObject({ width: 200, height: 300, fidelity: 'lossy' })
    expect(await sharp(made.data).metadata()).toMatchObject({ width: 200, height: 300 })
    expect((await sharp(made.data).metadata()).orientation).toBeUndefined()
  })

  test('what is clear becomes white', async () => {
    const clear = await sharp({
      create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } }
    })
      .png()
      .toBuffer()
    const made = await encodeOne(clear, whole({ width: 40, height: 30 }))
    expect((await pixelsIn(made.data)).data).toEqual(new Uint8Array(40 * 30 * 3).fill(255))
  })

  test.each(Object.entries(everyFormat))('a picture that comes as %s', async (_, file) => {
    const made = await encodeOne(file, whole({ width: 60, height: 40 }))
    expect(encodedFacts.parse(made.facts)).toMatchObject({ width: 60, height: 40 })
    expect(await pixelsIn(made.data)).toMatchObject({ width: 60, height: 40 })
    expect(isBare(made.data)).toBe(true)
  })
})

describe('what the provider takes', () => {
  test.each<[string, Uint8Array, Encoding['formats']]>([
    ['a JPEG of a screen', screenPng, ['jpeg']],
    ['a PNG of a photo', photoJpeg, ['png']]
  ])('%s where it takes nothing else', async (_, file, formats) => {
    const made = await encodeOne(file, whole(photo), { formats, bytes: 7_000_000 })
    expect(made.facts.format).toBe(formats[0])
    expect((await sharp(made.data).metadata()).format).toBe(formats[0])
  })

  test('a JPEG where the PNG has too many bytes', async () => {
    const exact = await encodeOne(screenPng, whole(screen, { width: 301, height: 200 }))
    expect(exact.facts.fidelity).toBe('exact')
    const noisy = noise(64, 64)
    const made = await encodeOne(await asPng(noisy), whole(noisy), { ...anything, bytes: 9000 })
    expect(made.facts).toMatchObject({ format: 'jpeg', width: 64, height: 64 })
  })

  test.each<Encoding['formats']>([['png'], ['jpeg'], ['png', 'jpeg']])(
    'a smaller picture where nothing else helps: %s',
    async (...formats) => {
      const noisy = noise(300, 100)
      const made = await encodeOne(await asPng(noisy), whole(noisy), { formats, bytes: 5000 })
      expect(made.data.length).toBeLessThanOrEqual(5000)
      expect(made.facts.width).toBeLessThan(300)
      expect(await pixelsIn(made.data)).toMatchObject({ width: made.facts.width, height: made.facts.height })
    }
  )

  test('nothing, when not even one pixel fits', async () => {
    await expect(encodeOne(photoPng, whole(photo), { ...anything, bytes: 20 })).rejects.toMatchObject({
      name: 'Failure',
      code: 'picture-too-many-bytes'
    })
  })
})

describe('several views', () => {
  test('come in their order', async () => {
    const views = [whole(photo), whole(photo, { width: 310, height: 200 }), whole(photo, { width: 300, height: 210 })]
    const sizes = (await encodeAll(photoPng, views)).map(({ facts: { width, height } }) => [width, height])
    expect(sizes).toEqual([
      [300, 200],
      [310, 200],
      [300, 210]
    ])
  })
})

/** Any part of a picture of 120 by 90 pixels, at any size, with any rim. */
const anyView: fc.Arbitrary<View> = fc
  .record({
    x: fc.tuple(fc.nat(119), fc.integer({ min: 1, max: 120 })),
    y: fc.tuple(fc.nat(89), fc.integer({ min: 1, max: 90 })),
    content: fc.option(
      fc.record({ width: fc.integer({ min: 1, max: 150 }), height: fc.integer({ min: 1, max: 150 }) })
    ),
    rim: fc.record({ width: fc.nat(40), height: fc.nat(40) })
  })
  .map(({ x, y, content, rim }) => {
    const crop = { x0: x[0], y0: y[0], x1: Math.min(120, x[0] + x[1]), y1: Math.min(90, y[0] + y[1]) }
    const size = content ?? { width: crop.x1 - crop.x0, height: crop.y1 - crop.y0 }
    return { crop, content: size, canvas: { width: size.width + rim.width, height: size.height + rim.height } }
  })

const anyEncoding: fc.Arbitrary<Encoding> = fc.record({
  formats: fc.constantFrom<Encoding['formats']>(['png'], ['jpeg'], ['png', 'jpeg']),
  bytes: fc.integer({ min: 1000, max: 60_000 })
})

/** So many that they take a byte each, and plain enough for a PNG. */
function manyColours(width: number, height: number): IndexedPixels {
  const palette = Array.from({ length: 40 }, (_, number) => number * 0x05_03_07)
  return { width, height, indexes: Uint8Array.from({ length: width * height }, (_, at) => (at >> 6) % 40), palette }
}

const files = {
  screen: await drawn(scene(4, 120, 90))
    .png()
    .toBuffer(),
  palette: await writeIndexedPng(placeWhole(manyColours(120, 90))),
  greys: await sharp(slope(120, 90).data, { raw: { width: 120, height: 90, channels: 3 } })
    .toColourspace('b-w')
    .png()
    .toBuffer(),
  alpha: await drawn(scene(4, 120, 90))
    .ensureAlpha()
    .png()
    .toBuffer(),
  photo: await asJpeg(slope(120, 90)),
  noise: await asPng(noise(120, 90))
}

test.each(Object.keys(files))('any view of a picture keeps its promises: %s', async (name) => {
  const file = files[name as keyof typeof files]
  const picture = await pixelsIn(file)
  await fc.assert(
    fc.asyncProperty(anyView, anyEncoding, async (view, encoding) => {
      const { data, facts } = await encodeOne(file, view, encoding)
      const shown = await pixelsIn(data)
      expect(encodedFacts.parse(facts)).toMatchObject({ bytes: data.length, width: shown.width, height: shown.height })
      expect(data.length).toBeLessThanOrEqual(encoding.bytes)
      expect(encoding.formats).toContain(facts.format)
      expect(isBare(data)).toBe(true)
      const isAsked = facts.width === view.canvas.width && facts.height === view.canvas.height
      const promised = isAsked && facts.fidelity !== 'lossy' ? await shownBy(picture, view) : shown
      expect(shown).toEqual(promised)
    }),
    { numRuns: 60 }
  )
})
