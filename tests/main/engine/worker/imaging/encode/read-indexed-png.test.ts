import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IndexedPixels } from '../../../../../../main/engine/worker/imaging/encode/colours.ts'
import { writeIndexedPng } from '../../../../../../main/engine/worker/imaging/encode/indexed-png.ts'
import { placeIndexed, placeWhole } from '../../../../../../main/engine/worker/imaging/encode/place-indexed.ts'
import { readIndexedPng } from '../../../../../../main/engine/worker/imaging/encode/read-indexed-png.ts'
import { plainPng } from '../../../../../../main/engine/worker/imaging/plain-png/header.ts'
import { pngChunk, withChunks } from '../../../../../fixtures/pictures/png.ts'
import { asPng, noise, pixelsIn, shownBy, whole } from './views.ts'

/** A picture that shows each of so many colours. */
function picture(colours: number, width = 30, height = 20): IndexedPixels {
  const indexes = Uint8Array.from({ length: width * height }, (_, at) => at % colours)
  return { width, height, indexes, palette: Array.from({ length: colours }, (_, number) => number * 0x01_00_01) }
}

const written = (pixels: IndexedPixels): Promise<Uint8Array> => writeIndexedPng(placeWhole(pixels))

async function read(file: Uint8Array): Promise<IndexedPixels | undefined> {
  const png = plainPng(file)
  return png && (await readIndexedPng(file, png))
}

test('what was written is read again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 17, max: 256 }), async (colours) => {
      const given = picture(colours)
      const found = await read(await written(given))
      expect(found && { ...found, indexes: Uint8Array.from(found.indexes) }).toEqual(given)
    })
  )
})

const good = await written(picture(40))

describe('left to whoever decodes it is', () => {
  const others: readonly [string, Promise<Uint8Array> | Uint8Array][] = [
    ['a picture in full colour', asPng(noise(30, 20))],
    ['one of few colours, which fewer bits would number', written(picture(16))],
    ['one with clear parts', withChunks(good, [pngChunk('tRNS', Buffer.from([0]))])],
    ['one with a profile of colours', withChunks(good, [pngChunk('iCCP', Buffer.from('a\0\0'))])],
    ['one with an index outside of its palette', written({ ...picture(40), palette: picture(30).palette })],
    ['one that is cut', good.subarray(0, good.length - 30)]
  ]
  test.each(others)('%s', async (_, file) => {
    expect(await read(await file)).toBeUndefined()
  })
})

describe('a view', () => {
  const given = picture(40)
  const size = { width: 32, height: 32 }

  test.each([
    ['of all of it', whole(given)],
    ['with a rim', whole(given, size)],
    [
      'of a part, with a rim',
      { crop: { x0: 3, y0: 5, x1: 24, y1: 20 }, content: { width: 21, height: 15 }, canvas: size }
    ]
  ])('%s shows what it shows of the colours', async (_, view) => {
    const file = await written(given)
    const placed = placeIndexed(given, view)
    if (placed === undefined) throw new Error('there is no room for white')
    expect(await pixelsIn(await writeIndexedPng(placed))).toEqual(await shownBy(await pixelsIn(file), view))
  })

  test('takes the white of the palette, and adds it where it is missing, while there is room', () => {
    const withWhite = { ...given, palette: [...given.palette.slice(1), 0xff_ff_ff] }
    expect(placeIndexed(withWhite, whole(given, size))).toMatchObject({ palette: withWhite.palette, rim: 39 })
    expect(placeIndexed(given, whole(given, size))?.palette.at(-1)).toBe(0xff_ff_ff)
    expect(placeIndexed(picture(256), whole(given, size))).toBeUndefined()
  })

  test('that is resampled is left to the colours', () => {
    expect(placeIndexed(given, { ...whole(given), content: { width: 15, height: 10 } })).toBeUndefined()
  })
})
