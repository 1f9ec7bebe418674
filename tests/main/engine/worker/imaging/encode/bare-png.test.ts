import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { barePng } from '../../../../../../main/engine/worker/imaging/encode/bare-png.ts'
import { drawn } from '../../../../../fixtures/pictures/encoded.ts'
import { pngChunk, withChunks } from '../../../../../fixtures/pictures/png.ts'
import { pixelsOf, scene } from '../../../../../fixtures/pictures/scene.ts'
import { chunksIn } from './parts.ts'
import { pixelsIn } from './views.ts'

const plain = await drawn(scene()).png().toBuffer()
const palette = await drawn(scene()).png({ palette: true }).toBuffer()
const grey = await drawn(scene()).toColourspace('b-w').png().toBuffer()

const seeThrough = await drawn(scene()).ensureAlpha(0.5).png().toBuffer()
const profiled = await drawn(scene()).withIccProfile('p3').png().toBuffer()
const deep = await drawn(scene()).toColourspace('rgb16').png().toBuffer()

const secrets = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'pHYs', 'gAMA', 'cHRM', 'sRGB', 'acTL', 'prVt'].map((type) =>
  pngChunk(type, Buffer.from('Comment\0a secret'))
)

describe('a PNG as it is', () => {
  test.each([
    ['full colour', plain],
    ['palette', palette],
    ['grey', grey]
  ])('%s: only what it takes to show it is left, in order', (_, png) => {
    const bare = barePng(withChunks(png, secrets))
    expect(chunksIn(bare ?? plain).filter((type) => !/^(IHDR|PLTE|IDAT|IEND)$/.test(type))).toEqual([])
    expect(Buffer.from(bare ?? '').includes('secret')).toBe(false)
  })

  test('shows the same pixels', async () => {
    expect(await pixelsIn(barePng(withChunks(plain, secrets)) ?? plain)).toEqual(pixelsOf(scene()))
  })

  test('loses what follows its end', () => {
    expect(barePng(Buffer.concat([plain, Buffer.from('a secret')]))).toEqual(barePng(plain))
  })

  const flipped = Buffer.from(plain)
  flipped[flipped.indexOf('IDAT') + 6] = (flipped[flipped.indexOf('IDAT') + 6] ?? 0) ^ 1

  test.each<[string, Uint8Array]>([
    ['alpha', seeThrough],
    ['a clear colour', withChunks(plain, [pngChunk('tRNS', Buffer.alloc(6))])],
    ['a colour profile', profiled],
    ['16 bits', deep],
    ['a cut end', plain.subarray(0, plain.length - 20)],
    ['no end', plain.subarray(0, plain.length - 12)],
    ['a wrong checksum', flipped],
    ['nothing behind its signature', plain.subarray(0, 8)]
  ])('%s: it is not kept', (_, png) => {
    expect(barePng(png)).toBeUndefined()
  })

  test('is a PNG', async () => {
    expect(await sharp(barePng(palette)).metadata()).toMatchObject({ format: 'png', isPalette: true })
  })
})
