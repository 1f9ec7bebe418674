import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { bareJpeg } from '../../../../../../main/engine/worker/imaging/encode/bare-jpeg.ts'
import { isBare, markersIn, segment, withSegments } from './parts.ts'
import { asJpeg, pixelsIn, slope } from './views.ts'

const photo = slope(90, 70)
const plain = await asJpeg(photo)
const progressive = await sharp(plain).jpeg({ progressive: true }).toBuffer()
const optimised = await sharp(plain).jpeg({ mozjpeg: true }).toBuffer()
const grey = await sharp(plain).toColourspace('b-w').jpeg().toBuffer()
const profiled = await sharp(plain).withIccProfile('p3').jpeg().toBuffer()
const inks = await sharp(plain).toColourspace('cmyk').jpeg().toBuffer()
const jfif = segment(0xe0, 'JFIF\0\x01\x02\x01\x00\x48\x00\x48\x01\x01ABC')

const secrets = [
  segment(0xe1, 'Exif\0\0 a secret place'),
  segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0 a secret'),
  segment(0xe0, 'JFXX\0\x10 a secret thumbnail'),
  segment(0xed, 'Photoshop 3.0\0 a secret'),
  segment(0xe2, 'MPF\0 a secret'),
  segment(0xfe, 'a secret comment')
]

describe('a JPEG as it is', () => {
  test.each([
    ['baseline', plain],
    ['progressive', progressive],
    ['optimised', optimised],
    ['grey', grey]
  ])('%s: metadata go, pixels stay', async (_, jpeg) => {
    const bare = bareJpeg(withSegments(jpeg, secrets)) ?? Buffer.alloc(0)
    expect(isBare(bare)).toBe(true)
    expect(Buffer.from(bare).includes('secret')).toBe(false)
    expect(await pixelsIn(bare)).toEqual(await pixelsIn(jpeg))
  })

  test('keeps the mark of JFIF, without its thumbnail', () => {
    const bare = bareJpeg(withSegments(plain, [jfif])) ?? plain
    expect(markersIn(bare)[0]).toBe(0xe0)
    expect(Buffer.from(bare).includes('ABC')).toBe(false)
  })

  test('loses what follows its end: a second picture of a camera, or a file that was hidden there', () => {
    expect(bareJpeg(Buffer.concat([plain, plain]))).toEqual(bareJpeg(plain))
  })

  test.each<[string, Uint8Array]>([
    ['a colour profile', profiled],
    ['four inks', inks],
    ["Adobe's colours", withSegments(plain, [segment(0xee, 'Adobe\0d\0\0\0\0\0')])],
    ['arithmetic coding', withSegments(plain, [segment(0xcc, '\0\0')])],
    ['a cut end', plain.subarray(0, plain.length - 30)],
    ['a cut segment', plain.subarray(0, 40)],
    ['noise between its segments', withSegments(plain, [Buffer.from([1, 2, 3])])],
    ['two frames', withSegments(plain, [segment(0xc0, '\x08\0\x01\0\x01\x01\x01\x11\0')])],
    ['nothing', plain.subarray(0, 2)]
  ])('%s: it is not kept', (_, jpeg) => {
    expect(bareJpeg(jpeg)).toBeUndefined()
  })
})
