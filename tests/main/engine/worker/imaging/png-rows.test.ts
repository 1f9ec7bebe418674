import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { wholeRowsOf } from '../../../../../main/engine/worker/imaging/png-rows.ts'
import { pngChunk, pngOf, storedPng } from '../../../../fixtures/pictures/png.ts'

const [width, height] = [61, 90]
const grain = Uint8Array.from({ length: width * height * 4 }, (_, index) => (index * (index % 211)) % 251)
const drawn = (): Sharp => sharp(grain, { raw: { width, height, channels: 4 } })

const kinds = {
  'colours with alpha': await drawn().png().toBuffer(),
  colours: await drawn().removeAlpha().png().toBuffer(),
  'a palette of two': await drawn().removeAlpha().threshold(120).png({ palette: true, colours: 2 }).toBuffer(),
  greys: await drawn().removeAlpha().greyscale().png().toBuffer(),
  'greys with alpha': await drawn().greyscale().png().toBuffer(),
  'deep colours': await drawn().toColourspace('rgb16').png().toBuffer()
}

/** Rows of a PNG as sharp decodes them. */
async function rowsIn(png: Uint8Array): Promise<{ rows: number; data: Buffer }> {
  const { data, info } = await sharp(png, { failOn: 'truncated' }).raw().toBuffer({ resolveWithObject: true })
  expect(info.width).toBe(width)
  return { rows: info.height, data }
}

describe.each(Object.entries(kinds))('a PNG of %s', (_, png) => {
  test('cut anywhere, gives the rows that it has, and more of them the later it is cut', async () => {
    const whole = await rowsIn(png)
    let former = 0
    for (let left = 60; left <= png.length; left += Math.ceil(png.length / 23)) {
      const shorter = await wholeRowsOf(png.subarray(0, left))
      if (shorter === undefined) continue
      const { rows, data } = await rowsIn(shorter)
      expect(data.equals(whole.data.subarray(0, data.length))).toBe(true)
      expect(rows).toBeGreaterThanOrEqual(former)
      former = rows
    }
    expect(former).toBeGreaterThan(height * 0.7)
  })

  test('without its end mark, gives all rows', async () => {
    const shorter = await wholeRowsOf(png.subarray(0, png.length - 12))
    expect(await rowsIn(shorter ?? new Uint8Array(0))).toEqual(await rowsIn(png))
  })
})

test('up to where its packed rows make no sense, those before are left', async () => {
  const png = kinds.colours
  const damaged = Buffer.from(png)
  damaged.fill(0xff, Math.floor(png.length * 0.6), Math.floor(png.length * 0.7))
  const { rows, data } = await rowsIn((await wholeRowsOf(damaged)) ?? png)
  expect(rows).toBeLessThan(height)
  const sound = Math.floor(height * 0.5) * width * 3
  expect(data.subarray(0, sound).equals((await rowsIn(png)).data.subarray(0, sound))).toBe(true)
})

test('a filter that there is not ends what is whole', async () => {
  const rows = new Uint8Array(5 * 13)
  rows[3 * 13] = 9
  const shorter = await wholeRowsOf(storedPng({ width: 4, height: 5, colour: 2, rows }))
  expect(await sharp(shorter).metadata()).toMatchObject({ width: 4, height: 3 })
})

test.each([
  ['interlaced', await drawn().png({ progressive: true }).toBuffer()],
  ['larger than is worth it', storedPng({ width: 60_000, height: 60_000, colour: 2, rows: new Uint8Array(200_000) })],
  ['of a colour type that there is not', storedPng({ width: 4, height: 1, colour: 5 as 4, rows: new Uint8Array(20) })],
  ['without a whole row', storedPng({ width: 90, height: 2, colour: 2, rows: new Uint8Array(100) })],
  ['without pixels', pngOf([pngChunk('IHDR', Buffer.alloc(13))])]
])('one that is %s is left to others', async (_, png) => {
  expect(await wholeRowsOf(png)).toBeUndefined()
})

test('whatever a file holds, what comes of it is a PNG or nothing', async () => {
  const png = kinds.greys
  await fc.assert(
    fc.asyncProperty(
      fc.nat(png.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.nat(png.length),
      async (at, value, left) => {
        const broken = Buffer.from(png)
        broken[at] = value
        const shorter = await wholeRowsOf(broken.subarray(0, left))
        const rows = shorter === undefined ? 1 : (await sharp(shorter).metadata()).height
        expect(rows).toBeGreaterThan(0)
      }
    )
  )
})
