import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { judge as judgeBy, post } from './client.ts'
import { useVisionServer } from './in-tests.ts'
import { chatBody, dataUri, partsBody, picturePart, plainPng, textPart } from './request.ts'

const server = useVisionServer()
const judge = (answer: Promise<{ readonly status: number }>) => judgeBy(server(), answer)

describe('rule 6: data URIs', () => {
  const base64 = plainPng().toString('base64')
  // 135 bytes: the text has no padding, so one byte more has.
  const padded = Buffer.concat([plainPng(), Buffer.alloc(1)]).toString('base64')

  it.each([
    ['an address', 'https://example.test/a.png'],
    ['image/jpg', `data:image/jpg;base64,${base64}`],
    ['image/webp', `data:image/webp;base64,${base64}`],
    ['capitals', `DATA:image/png;base64,${base64}`],
    ['no base64', 'data:image/png,abc'],
    ['nothing', 'data:image/png;base64,'],
    ['a line break', `data:image/png;base64,${base64.slice(0, 76)}\n${base64.slice(76)}`],
    ['the alphabet of addresses', `data:image/png;base64,${base64.replaceAll('+', '-').replaceAll('/', '_')}`],
    ['no padding', `data:image/png;base64,${padded.replaceAll('=', '')}`],
    ['another type than the bytes', `data:image/jpeg;base64,${base64}`]
  ])('%s', async (_, url) => {
    expect(await judge(post(server(), server().url('ok'), { body: partsBody(picturePart(url), textPart) }))).toEqual([
      400,
      [6]
    ])
  })

  it('addresses pass where they are asked for', async () => {
    const body = partsBody(picturePart('https://example.test/a.png'), textPart)
    expect(await judge(post(server(), server().url('ok', { urls: 'yes' }), { body }))).toEqual([200, []])
    expect(server().log()[0]?.pictures).toMatchObject([{ format: 'url' }])
  })
})

describe('rule 7: the picture', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['a side of 16', () => drawn(64, 16).png().toBuffer()],
    ['a side of 2080', () => drawn(2080, 64).png().toBuffer()],
    ['transparency', () => drawn(64, 64, 4).png().toBuffer()],
    ['16 bits', () => drawn(64, 64).toColourspace('rgb16').png().toBuffer()],
    [
      'Exif in PNG',
      () =>
        drawn(64, 64)
          .withExif({ IFD0: { Copyright: 'x' } })
          .png()
          .toBuffer()
    ],
    [
      'Exif in JPEG',
      () =>
        drawn(64, 64)
          .withExif({ IFD0: { Copyright: 'x' } })
          .jpeg()
          .toBuffer()
    ],
    ['a wide profile in PNG', () => drawn(64, 64).withIccProfile('p3').png().toBuffer()],
    ['a wide profile in JPEG', () => drawn(64, 64).withIccProfile('p3').jpeg().toBuffer()],
    ['four channels', () => drawn(64, 64).toColourspace('cmyk').jpeg().toBuffer()],
    ['a comment', commented],
    ['a second picture behind the first', async () => Buffer.concat([await jpeg(), await jpeg()])],
    ['a text chunk', async () => plainPng(64, 32, [['tEXt', Buffer.from('Author\0me')]])],
    ['an animation', async () => plainPng(64, 32, [['acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])]])],
    ['a wrong checksum', async () => plainPng().fill(0, 30, 32)],
    ['bytes behind the end', async () => Buffer.concat([plainPng(), Buffer.from('hidden')])],
    ['a PNG that is cut off', async () => plainPng().subarray(0, 80)],
    ['a JPEG that is cut off', async () => (await jpeg()).subarray(0, -2)],
    ['more than 7 MB', async () => Buffer.concat([await jpeg(), Buffer.alloc(7_000_000)])]
  ])('%s', async (_, make) => {
    const bytes = await make()
    const body = partsBody(picturePart(dataUri(bytes, bytes[0] === 0xff ? 'jpeg' : 'png')), textPart)
    expect(await judge(post(server(), server().url('ok'), { body }))).toEqual([400, [7]])
  })

  it.each<[string, () => Promise<Buffer>, object]>([
    [
      'PNG in colour',
      () => drawn(64, 32).png().toBuffer(),
      { format: 'png', width: 64, height: 32, channels: 3, palette: false }
    ],
    [
      'PNG with a palette',
      () => drawn(64, 32).png({ palette: true }).toBuffer(),
      { palette: true, depth: 8, channels: 3 }
    ],
    ['grey PNG', () => drawn(64, 32).toColourspace('b-w').png().toBuffer(), { channels: 1, depth: 8 }],
    ['PNG with sRGB', () => drawn(64, 32).withIccProfile('srgb').png().toBuffer(), { profile: 'srgb', metadata: [] }],
    [
      'JPEG 4:2:0',
      () => drawn(64, 32).jpeg().toBuffer(),
      { format: 'jpeg', width: 64, height: 32, subsampling: '4:2:0' }
    ],
    [
      'JPEG 4:4:4',
      () => drawn(64, 32).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(),
      { subsampling: '4:4:4', frames: 1 }
    ],
    ['progressive JPEG', () => drawn(64, 32).jpeg({ progressive: true }).toBuffer(), { format: 'jpeg', depth: 8 }],
    ['grey JPEG', () => drawn(64, 32).toColourspace('b-w').jpeg().toBuffer(), { channels: 1, subsampling: undefined }],
    ['JPEG with sRGB', () => drawn(64, 32).withIccProfile('srgb').jpeg().toBuffer(), { profile: 'srgb', metadata: [] }]
  ])('%s is good, and its facts are in the log', async (_, make, facts) => {
    const bytes = await make()
    const body = partsBody(picturePart(dataUri(bytes, bytes[0] === 0xff ? 'jpeg' : 'png')), textPart)
    expect(await judge(post(server(), server().url('ok'), { body }))).toEqual([200, []])
    expect(server().log()[0]).toMatchObject({ pictures: [{ ...facts, bytes: bytes.length }], warnings: [] })
  })

  it('sides off the grid of 32 are a warning only', async () => {
    const body = chatBody('x', {}, plainPng(70, 33))
    expect(await judge(post(server(), server().url('ok'), { body }))).toEqual([200, []])
    expect(server().log()[0]?.warnings).toEqual(['70x33: sides are no multiples of 32'])
  })

  it('other providers take longer sides', async () => {
    const body = chatBody('x', {}, plainPng(2080, 64))
    expect(await judge(post(server(), server().url('ok', { as: 'dashscope' }), { body }))).toEqual([200, []])
  })

  it('a side more than 200 times the other is red everywhere', async () => {
    const body = chatBody('x', {}, plainPng(6464, 32))
    expect(await judge(post(server(), server().url('ok', { as: 'dashscope' }), { body }))).toEqual([400, [7]])
  })
})

function drawn(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  return sharp({ create: { width, height, channels, background: { r: 200, g: 10, b: 60, alpha: 0.5 } } })
}

function jpeg(): Promise<Buffer> {
  return drawn(64, 64).jpeg().toBuffer()
}

/** A JPEG with a comment of two letters. */
async function commented(): Promise<Buffer> {
  const bytes = await jpeg()
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 4, 0x68, 0x69]), bytes.subarray(2)])
}
