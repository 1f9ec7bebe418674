import { describe, expect, test } from 'vitest'
import type { IndexedPixels } from '../../../../../../main/engine/worker/imaging/encode/colours.ts'
import { indexColours } from '../../../../../../main/engine/worker/imaging/encode/colours.ts'
import { writeIndexedPng } from '../../../../../../main/engine/worker/imaging/encode/indexed-png.ts'
import { placeWhole } from '../../../../../../main/engine/worker/imaging/encode/place-indexed.ts'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { chunksIn } from './parts.ts'
import { noise, pixelsIn } from './views.ts'

/** So many colours in no order, each at least once; widths that fill no byte. */
function picture(colours: number, width = 61, height = 43): Pixels {
  const { data: values } = noise(width, height)
  const numbers = Array.from({ length: width * height }, (_, index) =>
    index < colours ? index : (values[index] ?? 0) % colours
  )
  const data = Uint8Array.from(numbers.flatMap((number) => [number, 255 - number, (number * 7) % 256]))
  return { data, width, height }
}

function indexed(pixels: Pixels): IndexedPixels {
  const found = indexColours(pixels)
  if (found === undefined) throw new Error('More than 256 colours')
  return found
}

describe('a palette', () => {
  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 4],
    [16, 4],
    [17, 8],
    [255, 8],
    [256, 8]
  ])('of %i colours is numbered with %i bits and shows the very same pixels', async (colours, bits) => {
    const pixels = picture(colours)
    const found = indexed(pixels)
    expect(found.palette).toHaveLength(colours)
    const png = await writeIndexedPng(placeWhole(found))
    expect(png[24]).toBe(bits)
    expect(chunksIn(png)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
    expect(await pixelsIn(png)).toEqual(pixels)
  })

  test('of a single pixel', async () => {
    const pixels = { data: Uint8Array.of(1, 2, 3), width: 1, height: 1 }
    expect(await pixelsIn(await writeIndexedPng(placeWhole(indexed(pixels))))).toEqual(pixels)
  })

  test('is given up at the 257th colour', () => {
    const pixels = picture(256)
    expect(indexColours(pixels)).toBeDefined()
    pixels.data.set([9, 9, 9], pixels.data.length - 3)
    expect(indexColours(pixels)).toBeUndefined()
  })
})
