import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { post } from './client.ts'
import type { DialectName } from './dialects/index.ts'
import { sendRaw, writeRequest } from './raw-client.ts'
import { chatBody, plainPng, pngOf } from './request.ts'
import { startVisionServer, type VisionServer } from './server.ts'

let server: VisionServer
beforeAll(async () => {
  server = await startVisionServer()
})
beforeEach(() => server.reset())
afterAll(() => server.close())

/** Numbers of the rules that turned red, and the status of the answer. */
async function judge(answer: Promise<{ readonly status: number }>): Promise<[number, number[]]> {
  const { status } = await answer
  return [status, [...new Set(server.red().map(({ check }) => check))]]
}

const withParts = (...content: unknown[]): object => chatBody('', { messages: [{ role: 'user', content }] })
const text = { type: 'text', text: 'Describe this picture.' }
const pictureOf = (url: string): object => ({ type: 'image_url', image_url: { url } })
const dataUri = (bytes: Buffer, type = 'png'): string => `data:image/${type};base64,${bytes.toString('base64')}`
const good = pictureOf(dataUri(plainPng()))

describe('rule 1: the target', () => {
  it.each([
    ['POST', '/s/ok/v1/v1/chat/completions'],
    ['POST', '/s/ok/v1//chat/completions'],
    ['POST', '/s/ok/chat/completions'],
    ['POST', '/s/ok/v1/chat/completions/'],
    ['POST', '/s/ok/v1/chat/completions?key=1'],
    ['GET', '/s/ok/v1/chat/completions'],
    ['POST', '/s/ok/v1/models'],
    ['GET', '/s/ok/v1/models/'],
    ['POST', '/s/no-such-scenario/v1/chat/completions'],
    ['POST', '/s/ok;as=nobody/v1/chat/completions'],
    ['GET', '/']
  ])('%s %s', async (method, path) => {
    expect(await judge(fetch(server.origin + path, { method }))).toEqual([404, [1]])
  })
})

describe('rule 2: headers', () => {
  it.each([
    ['no key', { authorization: '' }],
    ['another key', { authorization: 'Bearer sk-another' }],
    ['two spaces', { authorization: 'Bearer  ms-00000000-test-0000-0000-000000000000' }],
    ['no Bearer', { authorization: 'ms-00000000-test-0000-0000-000000000000' }]
  ])('%s', async (_, headers) => {
    expect(await judge(post(server, server.url('ok'), { headers }))).toEqual([401, [2]])
  })

  it('two Authorization headers', async () => {
    const twice = { authorization: `Bearer ${server.key}`, Authorization: `Bearer ${server.key}` }
    const request = writeRequest(server.url('ok'), chatBody(), twice)
    expect(await judge(sendRaw(Number(new URL(server.origin).port), request))).toEqual([401, [2]])
  })

  it.each(['cookie', 'OpenAI-Organization', 'OpenAI-Project', 'X-Leak'])('%s', async (name) => {
    expect(await judge(post(server, server.url('ok'), { headers: { [name]: 'x' } }))).toEqual([400, [2]])
  })

  it('takes the key that the address asks for, and no other', async () => {
    const base = server.url('ok', { key: 'sk-of-this-test' })
    expect(base).not.toContain('sk-of-this-test')
    expect(await judge(post(server, base, { key: 'sk-of-this-test' }))).toEqual([200, []])
    expect(await judge(post(server, base))).toEqual([401, [2]])
  })

  it('local servers need no key', async () => {
    const headers = { 'content-type': 'application/json' }
    const bare = fetch(`${server.url('ok', { as: 'ollama' })}/chat/completions`, {
      method: 'POST',
      headers,
      body: JSON.stringify(chatBody())
    })
    expect(await judge(bare)).toEqual([200, []])
  })
})

describe('rules 3 and 4: the body', () => {
  it.each<[string, unknown, Record<string, string>]>([
    ['no JSON', '{', {}],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['another charset', chatBody(), { 'content-type': 'application/json; charset=latin1' }],
    ['no model', chatBody('x', { model: undefined }), {}],
    ['no messages', chatBody('x', { messages: [] }), {}],
    ['a role that is none', chatBody('x', { messages: [{ role: 'person', content: 'x' }] }), {}],
    ['an unknown property', chatBody('x', { images: [] }), {}],
    ['a property of another provider', chatBody('x', { vl_high_resolution_images: true }), {}],
    ['temperature 0', chatBody('x', { temperature: 0 }), {}],
    ['temperature 1.5', chatBody('x', { temperature: 1.5 }), {}],
    ['temperature as text', chatBody('x', { temperature: '0.7' }), {}],
    ['top_p 0', chatBody('x', { top_p: 0 }), {}],
    ['no max_tokens', chatBody('x', { max_tokens: undefined }), {}],
    ['max_tokens 0', chatBody('x', { max_tokens: 0 }), {}],
    ['max_tokens 40,000', chatBody('x', { max_tokens: 40_000 }), {}],
    ['both limits of tokens', chatBody('x', { max_completion_tokens: 5 }), {}],
    ['n', chatBody('x', { n: 1 }), {}]
  ])('%s', async (_, body, headers) => {
    expect(await judge(post(server, server.url('ok'), { body, headers }))).toEqual([400, [3]])
  })

  it('bytes that are no UTF-8', async () => {
    const bytes = Buffer.from(
      writeRequest(server.url('ok'), chatBody('xyz'), { authorization: `Bearer ${server.key}` })
    )
    bytes.set([0xff, 0xfe, 0xff], bytes.indexOf('xyz'))
    expect(await judge(sendRaw(Number(new URL(server.origin).port), bytes))).toEqual([400, [3]])
  })

  it('a body without a length', async () => {
    const body = JSON.stringify(chatBody())
    const head = writeRequest(server.url('ok'), chatBody(), { authorization: `Bearer ${server.key}` }).split(
      '\r\n\r\n'
    )[0]
    const chunked = `${head?.replace(/content-length: \d+/, 'transfer-encoding: chunked')}\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    expect(await judge(sendRaw(Number(new URL(server.origin).port), chunked))).toEqual([400, [3]])
  })

  it('more than `;max=` bytes', async () => {
    expect(await judge(post(server, server.url('ok', { max: 100 })))).toEqual([413, [3]])
  })

  it('a stream without usage, unless the preset knows none', async () => {
    const body = chatBody('x', { stream_options: undefined })
    expect(await judge(post(server, server.url('ok', { usage: 'no' }), { body }))).toEqual([200, []])
    expect(await judge(post(server, server.url('ok'), { body }))).toEqual([400, [4]])
  })

  it.each<[DialectName, object]>([
    ['dashscope', { top_k: 20, vl_high_resolution_images: true }],
    ['siliconflow', { top_k: 20 }],
    ['openai', { max_tokens: undefined, max_completion_tokens: 2048 }],
    ['vllm', { top_k: 20, mm_processor_kwargs: {} }]
  ])('%s knows properties of its own', async (as, change) => {
    expect(await judge(post(server, server.url('ok', { as }), { body: chatBody('x', change) }))).toEqual([200, []])
  })
})

describe('rule 5: the messages', () => {
  it.each([
    ['text alone', withParts(text)],
    ['a picture alone', withParts(good)],
    ['a string', chatBody('x', { messages: [{ role: 'user', content: 'Describe it.' }] })],
    ['no user', chatBody('x', { messages: [{ role: 'system', content: 'Describe it.' }] })],
    ['the text first', withParts(text, good)],
    ['a blank text', withParts(good, { type: 'text', text: ' ' })],
    ['an unknown property of a part', withParts({ ...good, fps: 2 }, text)],
    [
      'an unknown property of the address',
      withParts({ type: 'image_url', image_url: { url: dataUri(plainPng()), width: 1 } }, text)
    ]
  ])('%s', async (_, body) => {
    expect(await judge(post(server, server.url('ok'), { body }))).toEqual([400, [5]])
  })

  it('an address as plain text does not fit the schema', async () => {
    const body = withParts({ type: 'image_url', image_url: dataUri(plainPng()) }, text)
    expect(await judge(post(server, server.url('ok'), { body }))).toEqual([400, [3]])
  })

  it('OpenRouter wants the text first', async () => {
    const base = server.url('ok', { as: 'openrouter' })
    expect(await judge(post(server, base, { body: withParts(text, good) }))).toEqual([200, []])
    expect(await judge(post(server, base))).toEqual([400, [5]])
  })

  it('SiliconFlow is asked for detail', async () => {
    const detailed = (detail: string): object =>
      withParts({ type: 'image_url', image_url: { url: dataUri(plainPng()), detail } }, text)
    const base = server.url('ok', { as: 'siliconflow' })
    expect(await judge(post(server, base, { body: detailed('high') }))).toEqual([200, []])
    expect(await judge(post(server, base, { body: detailed('auto') }))).toEqual([400, [5]])
  })

  it('later turns may be text alone', async () => {
    const messages = [
      { role: 'user', content: [good, text] },
      { role: 'assistant', content: 'A window.' },
      { role: 'user', content: [{ type: 'text', text: 'Which colour?' }] }
    ]
    expect(await judge(post(server, server.url('ok'), { body: chatBody('', { messages }) }))).toEqual([200, []])
  })
})

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
    expect(await judge(post(server, server.url('ok'), { body: withParts(pictureOf(url), text) }))).toEqual([400, [6]])
  })

  it('addresses pass where they are asked for', async () => {
    const body = withParts(pictureOf('https://example.test/a.png'), text)
    expect(await judge(post(server, server.url('ok', { urls: 'yes' }), { body }))).toEqual([200, []])
    expect(server.log()[0]?.pictures).toMatchObject([{ format: 'url' }])
  })
})

describe('rule 7: the picture', () => {
  const drawn = (width: number, height: number, channels: 3 | 4 = 3): Sharp =>
    sharp({ create: { width, height, channels, background: { r: 200, g: 10, b: 60, alpha: 0.5 } } })

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
    ['a comment', async () => Buffer.concat([(await jpeg()).subarray(0, 2), comment, (await jpeg()).subarray(2)])],
    ['a second picture behind the first', async () => Buffer.concat([await jpeg(), await jpeg()])],
    ['a text chunk', async () => withChunk('tEXt', Buffer.from('Author\0me'))],
    ['an animation', async () => withChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))],
    ['a wrong checksum', async () => plainPng().fill(0, 30, 32)],
    ['bytes behind the end', async () => Buffer.concat([plainPng(), Buffer.from('hidden')])],
    ['a PNG that is cut off', async () => plainPng().subarray(0, 80)],
    ['a JPEG that is cut off', async () => (await jpeg()).subarray(0, -2)],
    ['more than 7 MB', async () => Buffer.concat([await jpeg(), Buffer.alloc(7_000_000)])]
  ])('%s', async (_, make) => {
    const bytes = await make()
    const body = withParts(pictureOf(dataUri(bytes, bytes[0] === 0xff ? 'jpeg' : 'png')), text)
    expect(await judge(post(server, server.url('ok'), { body }))).toEqual([400, [7]])
  })

  const jpeg = (): Promise<Buffer> => drawn(64, 64).jpeg().toBuffer()
  const comment = Buffer.from([0xff, 0xfe, 0x00, 0x04, 0x68, 0x69])
  const withChunk = (type: string, data: Buffer): Buffer => {
    const [header, ...rest] = [plainPng().subarray(16, 29), plainPng().subarray(41, -16), Buffer.alloc(0)]
    return pngOf([
      ['IHDR', Buffer.from(header ?? [])],
      [type, data],
      ['IDAT', Buffer.from(rest[0] ?? [])],
      ['IEND', Buffer.alloc(0)]
    ])
  }

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
    const body = withParts(pictureOf(dataUri(bytes, bytes[0] === 0xff ? 'jpeg' : 'png')), text)
    expect(await judge(post(server, server.url('ok'), { body }))).toEqual([200, []])
    expect(server.log()[0]).toMatchObject({ pictures: [{ ...facts, bytes: bytes.length }], warnings: [] })
  })

  it('sides off the grid of 32 are a warning only', async () => {
    const body = chatBody('x', {}, plainPng(70, 33))
    expect(await judge(post(server, server.url('ok'), { body }))).toEqual([200, []])
    expect(server.log()[0]?.warnings).toEqual(['70x33: sides are no multiples of 32'])
  })

  it('other providers take longer sides', async () => {
    const body = chatBody('x', {}, plainPng(2080, 64))
    expect(await judge(post(server, server.url('ok', { as: 'dashscope' }), { body }))).toEqual([200, []])
  })

  it('a side more than 200 times the other is red everywhere', async () => {
    const body = chatBody('x', {}, plainPng(6464, 32))
    expect(await judge(post(server, server.url('ok', { as: 'dashscope' }), { body }))).toEqual([400, [7]])
  })
})
