import { describe, expect, test } from 'vitest'
import type { ChatEvent } from '../../../../main/vision/chat.ts'
import { createChat } from '../../../../main/vision/client/chat.ts'
import { delta, ending, endpointAt, event, requestTo, serve, streamOf } from './server.ts'

async function send(...pieces: readonly (string | Uint8Array)[]) {
  const { baseUrl } = await serve(streamOf(...pieces))
  const events: ChatEvent[] = []
  const answer = await createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), { onEvent: (it) => events.push(it) })
  return { answer, events, shown: events.map((it) => (it.kind === 'text' ? it.delta : '')).join('') }
}

const spoken = '截图 shows 😀 “naïve” text'
const written = `${delta(spoken.slice(0, 5))}${delta(spoken.slice(5))}${ending}`
const finish = (finish_reason: string) => event({ choices: [{ index: 0, delta: {}, finish_reason }] })
const thinks = (fields: object) => event({ choices: [{ index: 0, delta: { content: null, ...fields } }] })

describe('a good stream', () => {
  test.each<[string, readonly (string | Uint8Array)[]]>([
    ['in one piece', [written]],
    ['byte by byte', [...Buffer.from(written)].map((byte) => Uint8Array.of(byte))],
    ['with CR LF', [written.replaceAll('\n', '\r\n')]],
    ['with CR', [written.replaceAll('\n', '\r')]],
    ['with a byte order mark', [`\uFEFF${written}`]],
    ['without spaces', [written.replaceAll('data: ', 'data:')]],
    ['without [DONE]', [written.replace(event('[DONE]'), '')]],
    ['without a blank line at the end', [written.replace(event('[DONE]'), '').trimEnd()]],
    ['among comments and unknown events', [': a\n\nevent: ping\nid: 7\nretry: 3\ndata: {"type":"ping"}\n\n', written]]
  ])('%s', async (_, pieces) => {
    const { answer, shown } = await send(...pieces)
    expect(answer.text).toBe(spoken)
    expect(shown).toBe(spoken)
  })

  test('tells how far it is, in this order', async () => {
    const { events } = await send(written)
    expect(events.slice(0, 2)).toEqual([{ kind: 'sending' }, { kind: 'first-byte' }])
    expect(events.slice(2).every(({ kind }) => kind === 'text')).toBe(true)
  })

  test.each([
    ['late', [delta('a'), finish('stop'), event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } })]],
    ['early', [event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } }), delta('a'), finish('stop')]],
    [
      'beside null',
      [
        delta('a', {}),
        event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } }),
        event({ choices: [{ delta: {}, finish_reason: 'stop' }], usage: null })
      ]
    ]
  ])('takes usage %s', async (_, pieces) => {
    const { answer } = await send(...pieces)
    expect(answer.usage).toEqual({ promptTokens: 7, completionTokens: 2, totalTokens: 9 })
  })

  test('names the model that answered, and how large the question was', async () => {
    const { answer } = await send(written)
    expect(answer).toMatchObject({ model: 'named', usage: undefined, quota: {}, truncated: false })
    expect(answer.sentBytes).toBeGreaterThan(200)
    expect(answer.milliseconds.total).toBeGreaterThanOrEqual(answer.milliseconds.firstByte)
  })

  test('is truncated at the limit of tokens', async () => {
    const { answer } = await send(delta('half a sen'), finish('length'))
    expect(answer).toMatchObject({ text: 'half a sen', truncated: true })
  })

  test.each([
    ['reasoning_content', [thinks({ reasoning_content: 'hm ' }), thinks({ reasoning_content: 'well' })]],
    ['reasoning', [thinks({ reasoning: 'hm ' }), thinks({ reasoning: 'well' })]],
    ['a tag that is cut', [delta('<thi'), delta('nk>hm '), delta('well</th'), delta('ink>\n\n')]]
  ])('keeps thinking apart: %s', async (_, pieces) => {
    const { answer, shown, events } = await send(...pieces, delta('yes'), finish('stop'))
    expect(answer).toMatchObject({ text: 'yes', thinking: 'hm well' })
    expect(shown).toBe('yes')
    expect(events).toContainEqual({ kind: 'thinking', characters: 7 })
  })

  test('reads what headers tell', async () => {
    const { baseUrl } = await serve((response) => {
      response.setHeader('x-request-id', 'r-1')
      response.setHeader('modelscope-ratelimit-requests-remaining', '1999')
      response.setHeader('modelscope-ratelimit-model-requests-limit', 'many')
      streamOf(written)(response)
    })
    const answer = await createChat({ fetch }).send(requestTo(endpointAt(baseUrl)))
    expect(answer).toMatchObject({ requestId: 'r-1', quota: { remaining: 1999 } })
    expect(answer.quota).not.toHaveProperty('modelLimit')
  })
})

describe('an answer in one piece', () => {
  test.each(['application/json', 'text/event-stream', ''])('is taken, labelled %j', async (type) => {
    const { baseUrl } = await serve((response) => {
      if (type !== '') response.setHeader('content-type', type)
      response.end(JSON.stringify({ model: 'm', choices: [{ message: { content: spoken }, finish_reason: 'stop' }] }))
    })
    const events: ChatEvent[] = []
    const answer = await createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), {
      onEvent: (it) => events.push(it)
    })
    expect(answer).toMatchObject({ text: spoken, model: 'm', truncated: false })
    expect(events.at(-1)).toEqual({ kind: 'text', delta: spoken })
  })
})

describe('a very large answer', () => {
  test('is cut at two million characters', async () => {
    const { baseUrl, closed } = await serve((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const more = () => {
        while (response.write(delta('x'.repeat(100_000)))) if (response.destroyed) return
        response.once('drain', more)
      }
      more()
    })
    const answer = await createChat({ fetch }).send(requestTo(endpointAt(baseUrl)))
    expect(answer.text).toHaveLength(2_000_000)
    expect(answer.truncated).toBe(true)
    await expect(closed).resolves.toBeUndefined()
  })

  test('ends before an event that is too long', async () => {
    const { answer } = await send(delta('fine'), `data: ${'x'.repeat(9_000_000)}`)
    expect(answer).toMatchObject({ text: 'fine', truncated: true })
  })

  test('of single characters is told in few pieces', async () => {
    const { answer, events, shown } = await send(delta('y').repeat(50_000), ending)
    expect(answer.text).toHaveLength(50_000)
    expect(shown).toBe(answer.text)
    expect(events.length).toBeLessThan(5_000)
  })
})
