import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { defaultPictureLimits } from '../../../../../../main/engine/protocol/picture.ts'
import { openWithSharp } from '../../../../../../main/engine/worker/imaging/codec.ts'
import { decode } from '../../../../../../main/engine/worker/imaging/decode.ts'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { plainPng } from '../../../../../../main/engine/worker/imaging/plain-png/header.ts'
import { Failure } from '../../../../../../main/failure.ts'
import { drawn } from '../../../../../fixtures/pictures/encoded.ts'
import { pngChunk, pngOf, type StoredPng, storedPng, withChunks } from '../../../../../fixtures/pictures/png.ts'
import { scene } from '../../../../../fixtures/pictures/scene.ts'

const limits = defaultPictureLimits
const channels = { 0: 1, 2: 3, 4: 2, 6: 4 } as const

/** Facts and pixels, or the code of the failure. */
async function outcome(look: Promise<Pixels>): Promise<object | string> {
  try {
    const { data, ...others } = await look
    return { ...others, data: Buffer.from(data).toString('hex') }
  } catch (error) {
    return error instanceof Failure ? error.code : 'no failure of ours'
  }
}

/** What sharp says of the file, which is what `decode` has to say. */
function bySharp(png: Uint8Array): Promise<object | string> {
  return outcome(openWithSharp({ format: 'png', bytes: png }, limits).then((picture) => picture.decode()))
}

/** Rows behind any filter: of noise, of few values, which leave much plain, and of rows that repeat. */
function stored(colour: 0 | 2 | 6): fc.Arbitrary<StoredPng> {
  return fc
    .record({ width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 9 }), seed: fc.nat() })
    .chain(({ width, height }) => {
      const length = width * channels[colour]
      const values = fc.oneof(fc.constant(0), fc.constantFrom(0, 0, 0, 1, 128, 255), fc.nat(255))
      const row = values.chain((value) =>
        fc.oneof(
          fc.constant(Array<number>(length).fill(value)),
          fc.array(fc.constantFrom(0, value), { minLength: length, maxLength: length }),
          fc.array(fc.nat(255), { minLength: length, maxLength: length })
        )
      )
      const filtered = fc.tuple(fc.nat(4), row).map(([filter, bytes]) => [filter, ...bytes])
      return fc
        .array(fc.tuple(filtered, fc.boolean()), { minLength: height, maxLength: height })
        .map((rows) => rows.map(([one], y) => (rows[y]?.[1] === true ? (rows[y - 1]?.[0] ?? one) : one)))
        .map((rows) => ({ width, height, colour, rows: Uint8Array.from(rows.flat()) }))
    })
}

describe('a plain PNG', () => {
  test.each([0, 2, 6] as const)('of colour type %i has the facts and the pixels that sharp finds', async (colour) => {
    await fc.assert(
      fc.asyncProperty(stored(colour), fc.constantFrom(7, 100, 1_000_000), async (given, piece) => {
        const png = storedPng({ ...given, piece })
        expect(await outcome(decode(png, limits))).toEqual(await bySharp(png))
      }),
      { numRuns: 150 }
    )
  })
})

const rows = Uint8Array.from({ length: 20 * 61 }, (_, at) => (at % 61 === 0 ? (at / 61) % 5 : (at * at) % 97))
const good: StoredPng = { width: 20, height: 20, colour: 2, rows }
const plainFile = storedPng(good)
const header = plainFile.subarray(8, 33)
const end = pngChunk('IEND', Buffer.alloc(0))
const stream = deflateSync(rows)
const data = (bytes: Uint8Array): Buffer => pngChunk('IDAT', bytes)
/** EXIF that says which way up the picture is, and nothing else. */
const turned = (orientation: number): Buffer =>
  pngChunk(
    'eXIf',
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
  )
const changed = (at: number, value: number): Buffer => {
  const copy = Buffer.from(plainFile)
  copy[at] = value
  return copy
}
const files = (given: Record<string, Uint8Array | Promise<Uint8Array>>): [string, Uint8Array | Promise<Uint8Array>][] =>
  Object.entries(given)

describe('read as by sharp is', () => {
  test.each(
    files({
      'one with marks that change no pixel': withChunks(plainFile, [
        pngChunk('gAMA', Buffer.from([0, 1, 0x86, 0xa0])),
        pngChunk('sRGB', Buffer.from([0])),
        pngChunk('cHRM', Buffer.alloc(32, 1)),
        pngChunk('bKGD', Buffer.alloc(6)),
        pngChunk('sBIT', Buffer.from([5, 5, 5])),
        pngChunk('pHYs', Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
        pngChunk('tEXt', Buffer.from('Comment\0made for this test')),
        pngChunk('prVt', Buffer.from('anything'))
      ]),
      'one with an orientation that turns nothing': withChunks(plainFile, [turned(1)]),
      'one with bytes behind its end': Buffer.concat([plainFile, Buffer.from('more')]),
      'one with empty pieces': pngOf([header, data(stream), data(Buffer.alloc(0)), end]),
      'one with bytes behind its rows': pngOf([header, data(Buffer.concat([stream, Buffer.from('more')])), end])
    })
  )('%s', async (_, file) => {
    expect(await outcome(decode(await file, limits))).toEqual(await bySharp(await file))
  })
})

describe('as sharp reads it, or refuses it, is', () => {
  const noise = Buffer.from(rows)
  noise[61] = 5
  test.each(
    files({
      'one with a clear colour': withChunks(plainFile, [pngChunk('tRNS', Buffer.alloc(6))]),
      'one of another range of colours': withChunks(plainFile, [pngChunk('cICP', Buffer.from([12, 13, 0, 1]))]),
      'one with a profile that is none': withChunks(plainFile, [pngChunk('iCCP', Buffer.from('screen\0\0none'))]),
      'one with an orientation': withChunks(plainFile, [turned(6)]),
      'an animated one': withChunks(plainFile, [pngChunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]))]),
      'one of 16 bits': drawn(scene()).toColourspace('rgb16').png().toBuffer(),
      'grey with alpha': storedPng({ ...good, width: 30, colour: 4 }),
      'a palette': drawn(scene()).png({ palette: true }).toBuffer(),
      'an interlaced one': drawn(scene()).png({ progressive: true }).toBuffer(),
      'one with a palette beside its colours': withChunks(plainFile, [pngChunk('PLTE', Buffer.alloc(6))]),
      'one with a chunk that nobody knows and all need': withChunks(plainFile, [pngChunk('NEED', Buffer.alloc(6))]),
      'one with a wrong checksum': changed(plainFile.length - 14, 0),
      'one with a wrong checksum of a text': withChunks(plainFile, [
        Buffer.concat([pngChunk('tIME', Buffer.alloc(7)).subarray(0, -1), Buffer.of(0)])
      ]),
      'one without pixels': storedPng({ ...good, height: 0 }),
      'one with another header': pngOf([header, header, data(stream), end]),
      'one whose rows are in two places': pngOf([
        header,
        data(stream.subarray(0, 9)),
        pngChunk('tIME', Buffer.alloc(7)),
        data(stream.subarray(9)),
        end
      ]),
      'one whose header is not the first': pngOf([pngChunk('tIME', Buffer.alloc(7)), header, data(stream), end]),
      'one without rows': pngOf([header, end]),
      'one without an end': plainFile.subarray(0, -12),
      'one that is cut in its header': plainFile.subarray(0, 30),
      'one that is cut in its rows': plainFile.subarray(0, -40),
      'one that is too wide': storedPng({ width: 65_536, height: 1, colour: 0, rows: new Uint8Array(65_537) }),
      'one that is too large': storedPng({ width: 4001, height: 1000, colour: 0, rows: new Uint8Array(4_002_000) })
    })
  )('%s', async (_, file) => {
    expect(await outcome(decode(await file, limits))).toEqual(await bySharp(await file))
  })

  test.each(
    files({
      'one with too few rows': storedPng({ ...good, height: 21 }),
      'one with too many rows': storedPng({ ...good, height: 19 }),
      'one whose rows end within one': storedPng({ ...good, rows: rows.subarray(0, -1) }),
      'one with a filter that there is not': storedPng({ ...good, rows: noise }),
      'one whose rows are damaged': pngOf([header, data(stream.fill(7, 60, 70)), end]),
      'one whose sum is wrong': pngOf([
        header,
        data(Buffer.concat([deflateSync(rows).subarray(0, -1), Buffer.of(1)])),
        end
      ])
    })
  )('%s, when it is unpacked', async (_, file) => {
    expect(await outcome(decode(await file, limits))).toEqual(await bySharp(await file))
  })
})

describe('colours with a profile', () => {
  /** So large that each colour is converted once. */
  const [width, height] = [600, 400]
  const colours = (count: number): Uint8Array =>
    Uint8Array.from({ length: width * height * 4 }, (_, at) => {
      const number = (at >> 2) % count
      return [number & 255, number >> 4, 255 - (number & 255), number % 9 === 0 ? 90 : 255][at & 3] ?? 0
    })

  test.each([
    ['each once', 3000],
    ['pixel by pixel, where there are very many', 9000]
  ])('are what libvips makes of them: %s', async (_, count) => {
    const picture = sharp(colours(count), { raw: { width, height, channels: 4 } })
    const file = await picture.withIccProfile('p3', { attach: true }).png().toBuffer()
    expect(plainPng(file)?.profile).toBeDefined()
    const byOne = await openWithSharp({ format: 'png', bytes: file }, limits)
    const [read, expected] = [await decode(file, limits), await byOne.decode()]
    expect(Buffer.compare(read.data, expected.data)).toBe(0)
  })
})
