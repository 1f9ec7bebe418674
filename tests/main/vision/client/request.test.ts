import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChatRequest } from '../../../../main/vision/chat.ts'
import { encodeRequest } from '../../../../main/vision/client/request.ts'
import type { Preset } from '../../../../main/vision/preset.ts'
import { presetOf } from '../../../../main/vision/presets.ts'
import { canaryKey, endpointAt, requestTo } from './server.ts'

function bodyOf(preset: Partial<Preset>, changes: Partial<ChatRequest> = {}) {
  const bytes = encodeRequest(requestTo(endpointAt('http://127.0.0.1/v1', preset), changes))
  return JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(bytes))
}

const picture = { kind: 'bytes', format: 'jpeg', bytes: new Uint8Array([1, 2, 3]) } as const
const base = presetOf('custom')

describe('the body of a request', () => {
  test('has what every provider wants', () => {
    const body = bodyOf({}, { sampling: { temperature: 0.3, maxTokens: 100, topP: 0.5 } })
    expect(body).toMatchObject({ model: 'a-model', temperature: 0.3, top_p: 0.5, max_tokens: 100, stream: true })
    expect(body).not.toHaveProperty('n')
    expect(JSON.stringify(body)).not.toContain(canaryKey)
  })

  test.each<[string, Partial<Preset>, object]>([
    ['the name of the limit', { maxTokensName: 'max_completion_tokens' }, { max_completion_tokens: 2048 }],
    ['usage in the stream', { streamUsage: true }, { stream_options: { include_usage: true } }],
    ['further sampling', { sampling: { top_k: 20, seed: 7 } }, { top_k: 20, seed: 7 }],
    ['no say over ours', { sampling: { temperature: 9, stream: false } }, { temperature: 0.7, stream: true }]
  ])('takes %s from the preset', (_, preset, expected) => {
    expect(bodyOf(preset)).toMatchObject(expected)
  })

  test.each([
    ['gpt-5-mini', false],
    ['gpt-5', false],
    ['o3', false],
    ['o4-mini', false],
    ['gpt-5.4-mini', true],
    ['gpt-5.4', true],
    ['gpt-4.1', true],
    ['gpt-4o', true]
  ])('names a temperature to those models of OpenAI that take one: %s', (model, isNamed) => {
    const body = bodyOf(presetOf('openai'), { model })
    expect([Object.hasOwn(body, 'temperature'), Object.hasOwn(body, 'top_p')]).toEqual([isNamed, isNamed])
    expect(body).toHaveProperty('max_completion_tokens')
  })

  test('leaves stream options out where they are not understood', () => {
    expect(bodyOf({ streamUsage: false })).not.toHaveProperty('stream_options')
  })

  test.each([
    ['picture-first', ['image_url', 'text']],
    ['text-first', ['text', 'image_url']]
  ] as const)('orders the parts: %s', (partOrder, types) => {
    const [{ content }] = bodyOf({ partOrder }).messages
    expect(content.map(({ type }: { type: string }) => type)).toEqual(types)
  })

  test('puts detail and extras where they belong', () => {
    const rules = { ...base.picture, detail: 'high', extras: { max_pixels: 100 } } as const
    const [{ content }] = bodyOf({ picture: rules }).messages
    expect(content[0]).toMatchObject({ image_url: { detail: 'high' }, max_pixels: 100 })
    expect(content[0].image_url).not.toHaveProperty('max_pixels')
  })

  test('lays the rules of the model over those of the provider', () => {
    const [{ content }] = bodyOf({ variants: [{ pattern: '^A-', picture: { detail: 'low' } }] }).messages
    expect(content[0].image_url.detail).toBe('low')
  })

  test('keeps the conversation: only people speak in parts', () => {
    const { messages } = bodyOf(
      { partOrder: 'text-first' },
      {
        messages: [
          { role: 'system', text: 'Be short.' },
          { role: 'user', text: 'one', pictures: [picture, { kind: 'url', url: 'https://example.org/a.png' }] },
          { role: 'assistant', text: 'two' },
          { role: 'user', text: 'three' }
        ]
      }
    )
    expect(messages).toEqual([
      { role: 'system', content: 'Be short.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'one' },
          { type: 'image_url', image_url: { url: 'data:image/jpeg;base64,AQID' } },
          { type: 'image_url', image_url: { url: 'https://example.org/a.png' } }
        ]
      },
      { role: 'assistant', content: 'two' },
      { role: 'user', content: [{ type: 'text', text: 'three' }] }
    ])
  })

  test('holds the bytes of every picture, whatever their number and the text around', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 3 }),
        fc.string({ unit: 'grapheme' }),
        (files, text) => {
          const pictures = files.map((bytes) => ({ kind: 'bytes', format: 'png', bytes }) as const)
          const [{ content }] = bodyOf(
            { partOrder: 'text-first' },
            { messages: [{ role: 'user', text, pictures }] }
          ).messages
          const [words, ...images] = content
          expect(words.text).toBe(text)
          const prefix = 'data:image/png;base64,'
          expect(images.map((image: { image_url: { url: string } }) => image.image_url.url)).toEqual(
            files.map((bytes) => `${prefix}${Buffer.from(bytes).toString('base64')}`)
          )
        }
      ),
      { numRuns: 50 }
    )
  })

  test.each([49_151, 49_152, 49_153, 98_304, 200_001])('encodes %i bytes without a seam', (length) => {
    const whole = Buffer.from(Uint8Array.from({ length: length + 5 }, (_, index) => index * 7))
    const bytes = whole.subarray(5)
    const [{ content }] = bodyOf(
      {},
      { messages: [{ role: 'user', text: '', pictures: [{ ...picture, bytes }] }] }
    ).messages
    expect(content[0].image_url.url).toBe(`data:image/jpeg;base64,${bytes.toString('base64')}`)
  })
})
