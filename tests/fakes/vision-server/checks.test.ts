import { describe, expect, it } from 'vitest'
import { judge as judgeBy, post } from './client.ts'
import type { DialectName } from './dialects/index.ts'
import { useVisionServer } from './in-tests.ts'
import { sendRaw, writeRequest } from './raw-client.ts'
import { chatBody, dataUri, partsBody, picturePart, plainPng, textPart } from './request.ts'

const server = useVisionServer()
const judge = (answer: Promise<{ readonly status: number }>) => judgeBy(server(), answer)
const good = picturePart(dataUri(plainPng()))

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
    expect(await judge(fetch(server().origin + path, { method }))).toEqual([404, [1]])
  })
})

describe('rule 2: headers', () => {
  it.each([
    ['no key', { authorization: '' }],
    ['another key', { authorization: 'Bearer sk-another' }],
    ['two spaces', { authorization: 'Bearer  ms-00000000-test-0000-0000-000000000000' }],
    ['no Bearer', { authorization: 'ms-00000000-test-0000-0000-000000000000' }]
  ])('%s', async (_, headers) => {
    expect(await judge(post(server(), server().url('ok'), { headers }))).toEqual([401, [2]])
  })

  it('two Authorization headers', async () => {
    const twice = { authorization: `Bearer ${server().key}`, Authorization: `Bearer ${server().key}` }
    const request = writeRequest(server().url('ok'), chatBody(), twice)
    expect(await judge(sendRaw(Number(new URL(server().origin).port), request))).toEqual([401, [2]])
  })

  it.each(['cookie', 'OpenAI-Organization', 'OpenAI-Project', 'X-Leak'])('%s', async (name) => {
    expect(await judge(post(server(), server().url('ok'), { headers: { [name]: 'x' } }))).toEqual([400, [2]])
  })

  it('takes the key that the address asks for, and no other', async () => {
    const base = server().url('ok', { key: 'sk-of-this-test' })
    expect(base).not.toContain('sk-of-this-test')
    expect(await judge(post(server(), base, { key: 'sk-of-this-test' }))).toEqual([200, []])
    expect(await judge(post(server(), base))).toEqual([401, [2]])
  })

  it('local servers need no key', async () => {
    const headers = { 'content-type': 'application/json' }
    const bare = fetch(`${server().url('ok', { as: 'ollama' })}/chat/completions`, {
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
    expect(await judge(post(server(), server().url('ok'), { body, headers }))).toEqual([400, [3]])
  })

  it('bytes that are no UTF-8', async () => {
    const bytes = Buffer.from(
      writeRequest(server().url('ok'), chatBody('xyz'), { authorization: `Bearer ${server().key}` })
    )
    bytes.set([0xff, 0xfe, 0xff], bytes.indexOf('xyz'))
    expect(await judge(sendRaw(Number(new URL(server().origin).port), bytes))).toEqual([400, [3]])
  })

  it('a body without a length', async () => {
    const body = JSON.stringify(chatBody())
    const head = writeRequest(server().url('ok'), chatBody(), { authorization: `Bearer ${server().key}` }).split(
      '\r\n\r\n'
    )[0]
    const chunked = `${head?.replace(/content-length: \d+/, 'transfer-encoding: chunked')}\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    expect(await judge(sendRaw(Number(new URL(server().origin).port), chunked))).toEqual([400, [3]])
  })

  it('more than `;max=` bytes', async () => {
    expect(await judge(post(server(), server().url('ok', { max: 100 })))).toEqual([413, [3]])
  })

  it('a stream without usage, unless the preset knows none', async () => {
    const body = chatBody('x', { stream_options: undefined })
    expect(await judge(post(server(), server().url('ok', { usage: 'no' }), { body }))).toEqual([200, []])
    expect(await judge(post(server(), server().url('ok'), { body }))).toEqual([400, [4]])
  })

  it.each<[DialectName, object]>([
    ['dashscope', { top_k: 20, vl_high_resolution_images: true }],
    ['siliconflow', { top_k: 20 }],
    ['openai', { max_tokens: undefined, max_completion_tokens: 2048 }],
    ['vllm', { top_k: 20, mm_processor_kwargs: {} }]
  ])('%s knows properties of its own', async (as, change) => {
    expect(await judge(post(server(), server().url('ok', { as }), { body: chatBody('x', change) }))).toEqual([200, []])
  })
})

describe('rule 5: the messages', () => {
  it.each([
    ['text alone', partsBody(textPart)],
    ['a picture alone', partsBody(good)],
    ['a string', chatBody('x', { messages: [{ role: 'user', content: 'Describe it.' }] })],
    ['no user', chatBody('x', { messages: [{ role: 'system', content: 'Describe it.' }] })],
    ['the text first', partsBody(textPart, good)],
    ['a blank text', partsBody(good, { type: 'text', text: ' ' })],
    ['an unknown property of a part', partsBody({ ...good, fps: 2 }, textPart)],
    [
      'an unknown property of the address',
      partsBody({ type: 'image_url', image_url: { url: dataUri(plainPng()), width: 1 } }, textPart)
    ]
  ])('%s', async (_, body) => {
    expect(await judge(post(server(), server().url('ok'), { body }))).toEqual([400, [5]])
  })

  it('an address as plain text does not fit the schema', async () => {
    const body = partsBody({ type: 'image_url', image_url: dataUri(plainPng()) }, textPart)
    expect(await judge(post(server(), server().url('ok'), { body }))).toEqual([400, [3]])
  })

  it('OpenRouter wants the text first', async () => {
    const base = server().url('ok', { as: 'openrouter' })
    expect(await judge(post(server(), base, { body: partsBody(textPart, good) }))).toEqual([200, []])
    expect(await judge(post(server(), base))).toEqual([400, [5]])
  })

  it('SiliconFlow is asked for detail', async () => {
    const base = server().url('ok', { as: 'siliconflow' })
    expect(await judge(post(server(), base, { body: detailed('high') }))).toEqual([200, []])
    expect(await judge(post(server(), base, { body: detailed('auto') }))).toEqual([400, [5]])
  })

  it('later turns may be text alone', async () => {
    const messages = [
      { role: 'user', content: [good, textPart] },
      { role: 'assistant', content: 'A window.' },
      { role: 'user', content: [{ type: 'text', text: 'Which colour?' }] }
    ]
    expect(await judge(post(server(), server().url('ok'), { body: chatBody('', { messages }) }))).toEqual([200, []])
  })
})

function detailed(detail: string): object {
  return partsBody({ type: 'image_url', image_url: { url: dataUri(plainPng()), detail } }, textPart)
}
