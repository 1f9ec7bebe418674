import { describe, expect, test } from 'vitest'
import { defaultPictureLimits } from '../../../../../main/engine/protocol/picture.ts'
import { decodeBmp, probeBmp } from '../../../../../main/engine/worker/imaging/bmp/bmp.ts'
import { type BmpKind, bmp } from '../../../../fixtures/pictures/bmp.ts'
import { pixelsOf, scene } from '../../../../fixtures/pictures/scene.ts'

const decode = (bytes: Uint8Array) => decodeBmp(bytes, defaultPictureLimits)

const kinds: BmpKind[] = [
  { bits: 1 },
  { bits: 2 },
  { bits: 4 },
  { bits: 8 },
  { bits: 16 },
  { bits: 24 },
  { bits: 32 },
  { bits: 32, alpha: 77 },
  { bits: 8, topDown: true },
  { bits: 24, topDown: true },
  { bits: 1, header: 12 },
  { bits: 4, header: 12 },
  { bits: 8, header: 12 },
  { bits: 24, header: 12 },
  { bits: 8, header: 64 },
  { bits: 24, header: 108 },
  { bits: 24, header: 124 },
  { bits: 16, masks: [0xf800, 0x7e0, 0x1f, 0] },
  { bits: 16, masks: [0xf00, 0xf0, 0xf, 0xf000], header: 56, alpha: 255 },
  { bits: 32, masks: [0xff, 0xff00, 0xff0000, 0] },
  { bits: 32, masks: [0x3ff00000, 0xffc00, 0x3ff, 0], header: 108 },
  { bits: 32, masks: [0xff0000, 0xff00, 0xff, 0xff000000], header: 124, alpha: 255 },
  // Alpha that is 0 everywhere means nothing.
  { bits: 32, masks: [0xff0000, 0xff00, 0xff, 0xff000000], header: 124, alpha: 0 },
  { bits: 8, runs: 'encoded' },
  { bits: 8, runs: 'literal' },
  { bits: 8, runs: 'jump' },
  { bits: 4, runs: 'encoded' },
  { bits: 4, runs: 'literal' },
  { bits: 4, runs: 'jump' }
]

/** A file with some bytes of its header overwritten. */
const patched = (offset: number, ...values: number[]): Uint8Array => {
  const bytes = bmp(scene(), { bits: 24 })
  bytes.set(values, offset)
  return bytes
}

describe('BMP', () => {
  test.each(kinds)('decodes %j', (kind) => {
    const of = scene(kind.bits === 1 ? 2 : 4)
    const { facts, isPartial, ...pixels } = decode(bmp(of, kind))
    expect(isPartial).toBe(false)
    expect(pixels).toEqual(pixelsOf(of))
    expect(facts).toMatchObject({ format: 'bmp', width: 13, height: 9, problems: [] })
    expect(probeBmp(bmp(of, kind), defaultPictureLimits)).toEqual(facts)
  })

  test('lays alpha on white', () => {
    const of = scene()
    const half = bmp(of, { bits: 32, masks: [0xff0000, 0xff00, 0xff, 0xff000000], header: 124, alpha: 51 })
    // 51 of 255 is a fifth: red is left at 255, the others come to 204.
    expect([...decode(half).data.subarray(7 * 3, 8 * 3)]).toEqual([255, 204, 204])
  })

  test.each([{ bits: 24 }, { bits: 8, runs: 'literal' }] as const)('uses the rows that are there: %j', (kind) => {
    const of = scene()
    const whole = bmp(of, kind)
    const { data, isPartial } = decode(whole.subarray(0, whole.length - 60))
    expect(isPartial).toBe(true)
    // Rows are stored from the bottom.
    expect(data.subarray(-39)).toEqual(pixelsOf(of).data.subarray(-39))
    expect([...data.subarray(0, 39)].every((value) => value === 255)).toBe(true)
  })

  test.each<[string, Uint8Array, string]>([
    ['a header that is cut', bmp(scene(), { bits: 24 }).subarray(0, 40), 'picture-damaged'],
    ['no pixels', bmp(scene(), { bits: 24 }).subarray(0, 54), 'picture-damaged'],
    ['width 0', patched(18, 0, 0, 0, 0), 'picture-damaged'],
    ['a negative width', patched(18, 255, 255, 255, 255), 'picture-damaged'],
    ['height 0', patched(22, 0, 0, 0, 0), 'picture-damaged'],
    ['the least height', patched(22, 0, 0, 0, 128), 'picture-too-many-pixels'],
    ['9 bits', patched(28, 9), 'picture-damaged'],
    ['a JPEG inside', patched(30, 4), 'picture-format'],
    ['runs of 24 bits', patched(30, 1), 'picture-format'],
    ['pixels inside the header', patched(10, 3, 0, 0, 0), 'picture-damaged'],
    ['pixels behind the end', patched(10, 255, 255, 255, 255), 'picture-damaged'],
    ['2 gigapixels', patched(18, 255, 255, 0, 0, 255, 127), 'picture-too-many-pixels']
  ])('refuses %s', (_, bytes, code) => {
    expect(() => decode(bytes)).toThrowError(expect.objectContaining({ code }))
  })
})
