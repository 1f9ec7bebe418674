import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IndexedPixels } from '../../../../../../main/engine/worker/imaging/encode/colours.ts'
import { writeIndexedPng } from '../../../../../../main/engine/worker/imaging/encode/indexed-png.ts'
import { placeIndexed } from '../../../../../../main/engine/worker/imaging/encode/place-indexed.ts'
import { readIndexedPng } from '../../../../../../main/engine/worker/imaging/encode/read-indexed-png.ts'
import { pngChunk, withChunks } from '../../../../../fixtures/pictures/png.ts'
import { asPng, noise, whole } from './views.ts'

/** A picture that shows each of so many colours. */
function picture(colours: number, width = 30, height = 20): IndexedPixels {
  const indexes = Uint8Array.from({ length: width * height }, (_, at) => at % colours)
  return { width, height, indexes, palette: Array.from({ length: colours }, (_, number) => number * 0x01_00_01) }
}

test('what was written is read again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 17, max: 256 }), async (colours) => {
      const given = picture(colours)
      expect(await readIndexedPng(await writeIndexedPng(given))).toEqual(given)
    })
  )
})

const good = await writeIndexedPng(picture(40))

describe('left to whoever decodes it is', () => {
  const others: readonly [string, Promise<Uint8Array> | Uint8Array][] = [
    ['a picture in full colour', asPng(noise(30, 20))],
    ['one of few colours, which fewer bits would number', writeIndexedPng(picture(16))],
    ['one with clear parts', withChunks(good, [pngChunk('tRNS', Buffer.from([0]))])],
    ['one with an index outside of its palette', writeIndexedPng({ ...picture(40), palette: picture(30).palette })],
    ['one that is cut', good.subarray(0, good.length - 30)]
  ]
  test.each(others)('%s', async (_, file) => {
    expect(await readIndexedPng(await file)).toBeUndefined()
  })
})

describe('a rim', () => {
  const canvas = { width: 32, height: 32 }
  test('takes the white of the palette', () => {
    const given = picture(40)
    const placed = placeIndexed({ ...given, palette: [...given.palette.slice(1), 0xff_ff_ff] }, whole(given, canvas))
    expect(placed?.palette).toHaveLength(40)
    expect(placed?.indexes.at(-1)).toBe(39)
  })

  test('adds white where it is missing, while there is room', () => {
    expect(placeIndexed(picture(40), whole(picture(40), canvas))?.palette.at(-1)).toBe(0xff_ff_ff)
    expect(placeIndexed(picture(256), whole(picture(256), canvas))).toBeUndefined()
  })
})
