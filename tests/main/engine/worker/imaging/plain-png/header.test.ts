import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { defaultPictureLimits } from '../../../../../../main/engine/protocol/picture.ts'
import { plainPng } from '../../../../../../main/engine/worker/imaging/plain-png/header.ts'
import { probe } from '../../../../../../main/engine/worker/imaging/probe.ts'
import { pngChunk, storedPng, withChunks } from '../../../../../fixtures/pictures/png.ts'

/** Rows of 60 bytes without filters. */
const rows = Uint8Array.from({ length: 10 * 61 }, (_, at) => (at % 61 === 0 ? 0 : (at * at) % 97))
const plain = storedPng({ width: 20, height: 10, colour: 2, rows })
const turned = await sharp(plain).withMetadata({ orientation: 6 }).png().toBuffer()
const upright = await sharp(plain)
  .withExif({ IFD0: { Copyright: 'nobody' } })
  .png()
  .toBuffer()

/** What sharp says of a file, as it is told of every picture. */
async function bySharp(file: Uint8Array): Promise<object> {
  const { width, height, space, hasAlpha, orientation = 1, bitsPerSample } = await sharp(file).metadata()
  const [tall, wide] = orientation >= 5 ? [width, height] : [height, width]
  return { width: wide, height: tall, colour: space, alpha: hasAlpha, depth: bitsPerSample ?? 8, orientation }
}

test.each<[string, Uint8Array, string | undefined]>([
  ['colours', plain, 'colours'],
  ['greys', storedPng({ width: 60, height: 10, colour: 0, rows }), 'greys'],
  ['alpha', storedPng({ width: 15, height: 10, colour: 6, rows }), 'colours with alpha'],
  ['a palette', await sharp(plain).png({ palette: true }).toBuffer(), 'indexes'],
  ['EXIF data', upright, 'colours'],
  ['EXIF data that turns it', turned, 'colours'],
  [
    'texts and a gamma',
    withChunks(plain, [pngChunk('gAMA', Buffer.alloc(4, 1)), pngChunk('tEXt', Buffer.from('a\0b'))]),
    'colours'
  ],
  ['16 bits', await sharp(plain).toColourspace('rgb16').png().toBuffer(), undefined],
  ['interlacing', await sharp(plain).png({ progressive: true }).toBuffer(), undefined],
  ['a colour that shines through', withChunks(plain, [pngChunk('tRNS', Buffer.alloc(6))]), undefined],
  ['a chunk that nobody knows', withChunks(plain, [pngChunk('abCd', Buffer.alloc(6))]), undefined]
])('a PNG with %s is told as sharp tells it', async (_, file, kind) => {
  expect(plainPng(file)?.kind).toBe(kind)
  expect(await probe(file, defaultPictureLimits)).toMatchObject(await bySharp(file))
})

test.each<[string, Uint8Array]>([
  ['without an end', plain.subarray(0, plain.length - 12)],
  ['cut in its header', plain.subarray(0, 30)],
  ['without pixels', Buffer.concat([plain.subarray(0, 33), plain.subarray(plain.length - 12)])],
  ['with two profiles', withChunks(plain, [pngChunk('iCCP', Buffer.alloc(3)), pngChunk('iCCP', Buffer.alloc(3))])],
  ['with a palette and none', storedPng({ width: 60, height: 10, colour: 0, rows }).fill(3, 25, 26)],
  [
    'whose rows are in two places',
    Buffer.concat([
      plain.subarray(0, 33),
      pngChunk('IDAT', Buffer.alloc(1)),
      pngChunk('tIME', Buffer.alloc(7)),
      plain.subarray(33)
    ])
  ],
  [
    'of more pieces than anybody writes',
    withChunks(
      plain,
      Array.from({ length: 10_000 }, () => pngChunk('tEXt', Buffer.of(0)))
    )
  ],
  ['no PNG', readFileSync(import.meta.filename)]
])('one %s is not plain', (_, file) => {
  expect(plainPng(file)).toBeUndefined()
})
