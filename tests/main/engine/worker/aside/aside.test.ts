import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { defaultPictureLimits } from '../../../../../main/engine/protocol/picture.ts'
import { type Code, code } from '../../../../../main/engine/protocol/reading.ts'
import { createLookAside } from '../../../../../main/engine/worker/aside/aside.ts'
import { startAsideThread } from '../../../../../main/engine/worker/aside/start-thread.ts'
import { decode } from '../../../../../main/engine/worker/imaging/decode.ts'
import type { Pixels } from '../../../../../main/engine/worker/imaging/pixels.ts'
import { findRulings } from '../../../../../main/engine/worker/imaging/rulings.ts'
import { drawCode, placeCodes } from '../../../../fixtures/codes/codes.ts'

const thread = startAsideThread()
const lookAside = createLookAside(thread)
afterAll(() => thread.terminate())

const size = { width: 640, height: 480 }

async function find(picture: Uint8Array): Promise<readonly Code[]> {
  const { codes } = await lookAside(await decode(picture, defaultPictureLimits))
  return (codes ?? []).map((each) => code.parse(each))
}

function line(width: number, height: number): OverlayOptions['input'] {
  return { create: { width, height, channels: 3, background: 'black' } }
}

/** A white picture with a black line across and one down. */
async function drawRulings(width: number, height: number, thickness: number): Promise<Pixels> {
  const drawn = await sharp({ create: { width, height, channels: 3, background: 'white' } })
    .composite([
      { input: line(width / 2, thickness), left: width / 4, top: height / 2 },
      { input: line(thickness, height / 2), left: width / 2, top: height / 4 }
    ])
    .png()
    .toBuffer()
  return decode(drawn, defaultPictureLimits)
}

describe('rulings', () => {
  it('are those that the picture has', async () => {
    const picture = await drawRulings(800, 600, 2)
    const { rulings } = await lookAside(picture)
    expect(rulings).toHaveLength(2)
    expect(rulings).toEqual(findRulings(picture))
  })

  it('of a picture that is shrunk for it lie at their place', async () => {
    const picture = await drawRulings(6000, 4000, 8)
    const { rulings } = await lookAside(picture)
    const across = rulings.find(({ x0, x1 }) => x1 - x0 > 1000)
    expect(Math.abs((across?.x0 ?? 0) - 1500)).toBeLessThan(20)
    expect(Math.abs((across?.x1 ?? 0) - 4500)).toBeLessThan(20)
    expect(Math.abs((across?.y0 ?? 0) - 2000)).toBeLessThan(20)
  })
})

describe('a thread that is gone', () => {
  it('is no reason not to read: of codes nothing is known, rulings are found without it', async () => {
    const dying = startAsideThread()
    const lookAlone = createLookAside(dying)
    const picture = await drawRulings(800, 600, 2)
    const waiting = lookAlone(picture)
    await dying.terminate()
    for (const seen of [await waiting, await lookAlone(picture)])
      expect(seen).toEqual({ codes: undefined, rulings: findRulings(picture) })
  })
})

describe('codes in a picture', () => {
  it.each<[format: Parameters<typeof drawCode>[1], text: string, scale?: number]>([
    ['QRCode', 'https://example.com/path?query=1'],
    ['QRCode', '微信支付：二维码'],
    ['QRCode', 'WIFI:T:WPA;S:net;P:secret;;'],
    ['QRCode', 'BEGIN:VCARD\nN:Li;Wei\nEND:VCARD'],
    ['QRCode', 'x'.repeat(300), 2],
    ['MicroQRCode', '12345'],
    ['PDF417', 'driving licence', 2],
    ['EAN13', '5901234123457', 2],
    ['EAN8', '96385074', 2],
    ['Code128', 'SSCC-00123456', 2],
    ['Code39', 'PART-7', 2],
    ['ITF', '12345678', 2]
  ])('reads %s: %s', async (format, text, scale = 4) => {
    const found = await find(await placeCodes(size, [{ code: await drawCode(text, format, scale), left: 30, top: 40 }]))
    expect(found).toMatchObject([{ format, text }])
  })

  it('tells an American product number as the European one that it is', async () => {
    expect(await find(await drawCode('012345678905', 'UPCA', 2))).toMatchObject([
      { format: 'EAN13', text: '0012345678905' }
    ])
  })

  it('tells where they are, in pixels of the picture', async () => {
    const drawn = await drawCode('first', 'QRCode', 5)
    const { width } = await sharp(drawn).metadata()
    const found = await find(
      await placeCodes(size, [
        { code: drawn, left: 40, top: 60 },
        { code: await drawCode('second', 'QRCode', 5), left: 400, top: 300 }
      ])
    )
    // Four modules of quiet zone around it.
    const [near, far] = [20, width - 20]
    const place = [
      [40 + near, 60 + near],
      [40 + far, 60 + near],
      [40 + far, 60 + far],
      [40 + near, 60 + far]
    ]
    expect(found.map((each) => each.text).toSorted()).toEqual(['first', 'second'])
    const quad = found.find((each) => each.text === 'first')?.quad ?? []
    for (const [index, [x = 0, y = 0]] of place.entries()) {
      expect(Math.hypot((quad[index]?.[0] ?? 0) - x, (quad[index]?.[1] ?? 0) - y)).toBeLessThan(5)
    }
  })

  it.each([90, 180, 270, 20])('reads one that is turned by %d degrees', async (degrees) => {
    const turned = await sharp(await drawCode('turned', 'QRCode', 6))
      .rotate(degrees, { background: 'white' })
      .toBuffer()
    const [found] = await find(await placeCodes(size, [{ code: turned, left: 100, top: 100 }]))
    expect(found?.text).toBe('turned')
  })

  it('reads white on black', async () => {
    const inverted = await sharp(await drawCode('inverted', 'QRCode'))
      .negate()
      .toBuffer()
    expect(await find(await placeCodes(size, [{ code: inverted, left: 9, top: 9 }], 'black'))).toMatchObject([
      { text: 'inverted' }
    ])
  })

  it('shows what is no text as signs', async () => {
    const [found] = await find(await drawCode(Uint8Array.of(0xff, 0, 1, 0xfe), 'QRCode', 6))
    expect(found?.text).toMatch(/<NUL><SOH>/)
  })

  it('finds them in a picture that is shrunk for it, at their place', async () => {
    const large = await drawCode('large', 'QRCode', 20)
    const [found] = await find(
      await placeCodes({ width: 6000, height: 4000 }, [{ code: large, left: 5000, top: 3000 }])
    )
    expect(found?.text).toBe('large')
    expect(Math.hypot((found?.quad[0][0] ?? 0) - 5080, (found?.quad[0][1] ?? 0) - 3080)).toBeLessThan(20)
  })

  it.each([
    [1, 1],
    [3, 9000],
    [500, 2]
  ])('takes a picture of %d by %d', async (width, height) => {
    expect(await find(await placeCodes({ width, height }, []))).toEqual([])
  })

  it.each(picturesIn(join(import.meta.dirname, '../../../../fixtures/reading')))('finds none in %s', async (path) => {
    expect(await find(readFileSync(path))).toEqual([])
  })
})

const samples = join(import.meta.dirname, '../../../../../../shared/samples/ocr/images')
if (!existsSync(samples)) console.log('Left out: no codes in real pictures, because ../shared/samples is not there.')

describe.skipIf(!existsSync(samples))('real pictures', () => {
  it.each(picturesIn(samples))('holds no code that is not there: %s', async (path) => {
    expect(await find(readFileSync(path))).toEqual([])
  })
})

function picturesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.(png|jpg)$/.test(name))
    .map((name) => join(folder, name))
}
