import { describe, expect, test } from 'vitest'
import { defaultPictureLimits } from '../../../../../main/engine/protocol/picture.ts'
import { decode } from '../../../../../main/engine/worker/imaging/decode.ts'
import { probe } from '../../../../../main/engine/worker/imaging/probe.ts'
import type { BmpKind } from '../../../../fixtures/pictures/bmp.ts'
import { drawn } from '../../../../fixtures/pictures/encoded.ts'
import { type IconEntry, ico, iconBitmap } from '../../../../fixtures/pictures/ico.ts'
import { pixelsOf, scene } from '../../../../fixtures/pictures/scene.ts'

const opaque = (): boolean => false
const small = iconBitmap(scene(4, 5, 5), { bits: 24 }, opaque)
const png = async (width: number, height: number): Promise<IconEntry> => ({
  width,
  height,
  bits: 32,
  bytes: await drawn(scene(4, width, height))
    .png()
    .toBuffer()
})

describe('icons', () => {
  test.each<BmpKind>([
    { bits: 1 },
    { bits: 4 },
    { bits: 8 },
    { bits: 24 },
    { bits: 32, alpha: 255 },
    { bits: 32, alpha: 0 }
  ])('decodes the larger of two bitmaps: %j', async (kind) => {
    const of = scene(kind.bits === 1 ? 2 : 4)
    const file = ico([small, iconBitmap(of, kind, opaque)])
    const { facts, isPartial, ...pixels } = await decode(file, defaultPictureLimits)
    expect(isPartial).toBe(false)
    expect(pixels).toEqual(pixelsOf(of))
    expect(facts).toMatchObject({ format: 'ico', width: 13, height: 9, bytes: file.length })
    expect(await probe(file, defaultPictureLimits)).toEqual(facts)
  })

  test('decodes a PNG inside, also one of 256 pixels, whose size is written as 0', async () => {
    const file = ico([small, await png(256, 256), await png(32, 32)])
    const { facts, isPartial, ...pixels } = await decode(file, defaultPictureLimits)
    expect(isPartial).toBe(false)
    expect(pixels.width).toBe(256)
    expect(Buffer.compare(pixels.data, pixelsOf(scene(4, 256, 256)).data)).toBe(0)
    expect(facts).toMatchObject({ format: 'ico', bytes: file.length })
  })

  test('prefers more colours at the same size', async () => {
    const poor = iconBitmap(scene(2), { bits: 1 }, opaque)
    const file = ico([poor, iconBitmap(scene(), { bits: 24 }, opaque)])
    expect((await decode(file, defaultPictureLimits)).data).toEqual(pixelsOf(scene()).data)
  })

  test('whitens what the mask leaves out', async () => {
    const of = scene()
    const { data } = await decode(ico([iconBitmap(of, { bits: 8 }, (_, y) => y >= 5)], 2), defaultPictureLimits)
    expect(data.subarray(0, 5 * 39)).toEqual(pixelsOf(of).data.subarray(0, 5 * 39))
    expect([...data.subarray(5 * 39)].every((value) => value === 255)).toBe(true)
  })

  test.each<[string, Uint8Array]>([
    ['an entry behind the end', ico([small]).subarray(0, 22)],
    ['a list that is cut', ico([small, small]).subarray(0, 30)],
    ['an entry with other contents', ico([{ ...small, bytes: Buffer.from('not a bitmap at all') }])],
    ['a header without rows', ico([{ ...small, bytes: small.bytes.subarray(0, 40) }])]
  ])('refuses %s', async (_, bytes) => {
    await expect(decode(bytes, defaultPictureLimits)).rejects.toMatchObject({ code: 'picture-damaged' })
  })
})
