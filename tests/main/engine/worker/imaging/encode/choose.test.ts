import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeWhole } from '../../../../../../main/engine/worker/imaging/encode/choose.ts'
import { countColours, indexColours } from '../../../../../../main/engine/worker/imaging/encode/colours.ts'
import { exactWorth } from '../../../../../../main/engine/worker/imaging/encode/encoded.ts'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { anything } from './views.ts'

const [width, height] = [320, 200]

/** A pixel for each place, by its red, green and blue. */
function painted(colourAt: (x: number, y: number) => readonly number[]): Pixels {
  const pixels = [...Array(width * height).keys()].map((at) => colourAt(at % width, Math.floor(at / width)))
  return { data: Uint8Array.from(pixels.flat()), width, height }
}

const rows = painted((x, y) => (x % 40 < 20 ? [y, y >> 1, 255 - y] : [255, y, 200]))
/** Soft hills with a little grain, in shades of brown. */
const toned = painted((x, y) => {
  const grain = Math.imul(x * 7919 + y * 104_729, 0x9e3779b1) >>> 29
  const shade = Math.round(256 + 200 * Math.sin(x / 23) * Math.cos(y / 19)) + grain
  return [shade >> 1, (shade + 1) >> 1, shade >> 2]
})

test.each<[string, Pixels, 'png' | 'jpeg']>([
  ['rows and columns of few colours', rows, 'png'],
  ['a toned photo of few colours, which packs badly', toned, 'jpeg']
])('%s', async (_, pixels, format) => {
  expect(indexColours(pixels)).toBeUndefined()
  expect(countColours(512, pixels)).toBeGreaterThan(0)
  const made = await encodeWhole(pixels, anything, { worth: exactWorth.resampled, hasManyColours: false })
  expect(made?.facts).toMatchObject({ format, width, height })
  expect(await sharp(made?.data).metadata()).toMatchObject({ format, width, height })
})

test('native pixels that take few bytes keep each of them, whatever a JPEG would take', async () => {
  const nature = { worth: exactWorth.native, hasManyColours: false }
  const small = { data: toned.data.subarray(0, width * 60 * 3), width, height: 60 }
  expect((await encodeWhole(small, anything, nature))?.facts.fidelity).toBe('exact')
  expect((await encodeWhole(toned, anything, nature))?.facts.fidelity).toBe('lossy')
})
