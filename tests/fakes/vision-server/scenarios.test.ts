import { describe, expect, it } from 'vitest'
import type { UrlOptions } from './base-urls.ts'
import { useVisionServer } from './in-tests.ts'
import { playRaw, type RawAnswer } from './raw-client.ts'
import { eventsOf, finishReasons, joinDeltas, textOf } from './read-events.ts'
import { chatBody } from './request.ts'
import { createValidators } from './schema/validate.ts'

const server = useVisionServer()

function play(scenario: string, parameters: UrlOptions = {}, body = chatBody()): Promise<RawAnswer> {
  return playRaw(server(), scenario, parameters, body)
}

/** What a good stream says, to compare others with. */
async function goodText(): Promise<string> {
  return joinDeltas(eventsOf(await play('ok')))
}

describe('ok', () => {
  it('streams a role, 5 to 40 pieces, a finish, the usage and [DONE], each in a segment of its own', async () => {
    const answer = await play('ok')
    const events = eventsOf(answer)
    const validators = createValidators()
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(answer).toMatchObject({ status: 200, ending: 'end', whole: true })
    expect(events[0]).toMatchObject({ choices: [{ delta: { role: 'assistant', content: '' } }], usage: null })
    expect(events.length).toBeGreaterThanOrEqual(5 + 4)
    expect(events.length).toBeLessThanOrEqual(40 + 4)
    expect(events.at(-3)).toMatchObject({ choices: [{ delta: {}, finish_reason: 'stop' }] })
    expect(events.at(-2)).toMatchObject({ choices: [], usage: { prompt_tokens: expect.any(Number) as number } })
    expect(events.at(-1)).toBe('[DONE]')
    expect(events.slice(0, -1).flatMap(validators.chunk)).toEqual([])
    expect(answer.pieces).toHaveLength(events.length)
    expect(server().red()).toEqual([])
  })

  it('sends a whole body to whoever wants no stream', async () => {
    const answer = await play(
      'ok',
      {},
      chatBody('Describe this picture.', { stream: false, stream_options: undefined })
    )
    expect(JSON.parse(textOf(answer))).toMatchObject({
      object: 'chat.completion',
      choices: [{ finish_reason: 'stop' }]
    })
  })

  it('leaves the usage out for whoever did not ask for it', async () => {
    const answer = await play('ok', { usage: 'no' }, chatBody('Describe this picture.', { stream_options: undefined }))
    expect(textOf(answer)).not.toContain('usage')
  })

  it('ok-json ignores the wish for a stream', async () => {
    const answer = await play('ok-json')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(JSON.parse(textOf(answer))).toMatchObject({ choices: [{ message: { content: await goodText() } }] })
  })

  it('length ends in the middle, with its reason', async () => {
    const events = eventsOf(await play('length'))
    const good = await goodText()
    expect(finishReasons(events)).toEqual(['length'])
    expect(good.startsWith(joinDeltas(events))).toBe(true)
    expect(joinDeltas(events).length).toBeLessThan(good.length)
  })

  it('ids has every oddity that is to be borne', async () => {
    const events = eventsOf(await play('ids'))
    expect(events[0]).toMatchObject({
      id: null,
      created: 0,
      choices: [],
      usage: { total_tokens: expect.any(Number) as number }
    })
    expect(events[1]).toMatchObject({
      model: 'Qwen/Qwen3-VL-8B-Instruct-2026-01',
      choices: [{ delta: {} }],
      usage: null
    })
    expect(events[2]).toMatchObject({ choices: [{ index: 0 }, { index: 1, delta: { content: 'not this one' } }] })
    expect(textOf(await play('ids'))).not.toContain('"role"')
    expect(joinDeltas(events)).toBe(await goodText())
  })
})

describe('empty answers', () => {
  it('null-choices has null for choices and no tokens', async () => {
    const [only, done] = eventsOf(await play('null-choices'))
    expect(only).toMatchObject({ id: null, created: 0, choices: null, usage: { total_tokens: 0 } })
    expect(done).toBe('[DONE]')
    expect(createValidators().chunk(only)).not.toEqual([])
  })

  it.each(['empty', 'empty-stop'])('%s finishes without a letter', async (scenario) => {
    const events = eventsOf(await play(scenario))
    expect(joinDeltas(events)).toBe('')
    expect(finishReasons(events)).toEqual(['stop'])
  })

  it('answers well after as many times as were asked for', async () => {
    await play('null-choices', { times: 1 })
    expect(joinDeltas(eventsOf(await play('null-choices', { times: 1 })))).toBe(await goodText())
  })
})

describe('streams that break', () => {
  it.each([
    ['eof', 'end', true],
    ['reset', 'reset', false]
  ] as const)('%s: three pieces and then %s', async (scenario, ending, whole) => {
    const answer = await play(scenario)
    const events = eventsOf(answer)
    expect(answer).toMatchObject({ status: 200, ending, whole })
    expect(events).toHaveLength(1 + 3)
    expect(finishReasons(events)).toEqual([])
    expect(joinDeltas(events)).not.toBe('')
  })

  it('reset-first says nothing, once', async () => {
    expect(await play('reset-first')).toMatchObject({ status: 0, ending: 'reset' })
    expect(await play('reset-first')).toMatchObject({ status: 200, ending: 'end' })
  })

  it('bad-sse has an event that is no JSON', async () => {
    expect(eventsOf(await play('bad-sse')).at(-1)).toBe('{"id": not json}')
  })

  it('half-json ends inside an event, and the transfer is whole', async () => {
    const answer = await play('half-json')
    expect(answer.whole).toBe(true)
    expect(textOf(answer)).not.toMatch(/\n$/)
    expect(eventsOf(answer).at(-1)).toMatch(/^\{"id"/)
  })

  it('extra-events holds a good answer between strangers', async () => {
    const answer = await play('extra-events')
    expect(textOf(answer)).toMatch(/^retry: 3000\n\nevent: ping\n/)
    expect(textOf(answer)).toMatch(/\nid: 3\nunknown: field\ndata: /)
    expect(joinDeltas(eventsOf(answer))).toBe(await goodText())
  })
})

describe('ways to write a stream', () => {
  it('split sends each byte of CJK and emoji by itself', async () => {
    const answer = await play('split')
    const beyondAscii = answer.pieces.filter((piece) => piece.some((byte) => byte > 0x7f))
    expect(beyondAscii.length).toBeGreaterThan('截图😀'.length)
    expect(beyondAscii.every((piece) => piece.length === 1)).toBe(true)
    expect(joinDeltas(eventsOf(answer))).toBe(`${await goodText()} 截图 😀`)
  })

  it.each([
    ['crlf', /^(data: [^\r\n]+\r\n\r\n)+$/],
    ['cr', /^(data: [^\r\n]+\r\r)+$/],
    ['nospace', /^(data:[^ ][^\r\n]*\n\n)+$/],
    ['bom', /^\uFEFF(data: [^\r\n]+\n\n)+$/],
    ['nodone', /^(data: \{[^\r\n]+\n\n)+$/],
    ['lastline', /^(data: [^\r\n]+\n\n)+data: \[DONE\]$/]
  ])('%s says the same text', async (scenario, form) => {
    const answer = await play(scenario)
    // `toString` of a buffer keeps the mark.
    expect(textOf(answer)).toMatch(form)
    expect(joinDeltas(eventsOf(answer))).toBe(await goodText())
    expect(finishReasons(eventsOf(answer))).toEqual(['stop'])
  })
})

describe('errors inside a stream', () => {
  it.each([
    ['err-first', 0, { error: { message: expect.stringContaining('DataInspection') as string } }],
    ['err-mid', 4, { error: { message: 'Bad Gateway' } }],
    ['errors-mid', 4, { errors: { message: 'Request limit exceeded.' }, request_id: expect.any(String) as string }],
    ['err-event', 4, { message: expect.stringContaining('error') as string }]
  ])('%s: its %ith event is the error', async (scenario, index, error) => {
    const answer = await play(scenario)
    const events = eventsOf(answer)
    expect(answer.status).toBe(200)
    expect(events).toHaveLength(index + 1)
    expect(events[index]).toMatchObject(error)
    expect(textOf(answer).includes('event: error\ndata: ')).toBe(scenario === 'err-event')
  })
})

describe('thinking', () => {
  it.each(['think-tag', 'think-split'])('%s thinks in its text', async (scenario) => {
    const text = joinDeltas(eventsOf(await play(scenario)))
    expect(text).toMatch(/^<think>[^]*SECRET THOUGHT[^]*<\/think>/)
    expect(text.endsWith(await goodText())).toBe(true)
  })

  it('think-split cuts every mark', async () => {
    expect(textOf(await play('think-split'))).not.toMatch(/think>/)
  })

  it.each([
    ['reasoning', 'reasoning_content'],
    ['reasoning2', 'reasoning']
  ])('%s thinks in %s', async (scenario, field) => {
    const events = eventsOf(await play(scenario))
    expect(joinDeltas(events, field)).toContain('SECRET THOUGHT')
    expect(joinDeltas(events)).toBe(await goodText())
  })

  it('think-only has nothing else', async () => {
    const events = eventsOf(await play('think-only', { as: 'ollama' }))
    expect(joinDeltas(events, 'reasoning')).toContain('SECRET THOUGHT')
    expect(joinDeltas(events)).toBe('')
    expect(finishReasons(events)).toEqual(['length'])
  })
})

describe('large answers', () => {
  it('huge, huge-line and many are as large as asked for', async () => {
    expect(joinDeltas(eventsOf(await play('huge', { mb: 2 }))).length).toBeGreaterThanOrEqual(2_000_000)
    const [, line] = eventsOf(await play('huge-line', { mb: 2 }))
    expect(joinDeltas([line])).toHaveLength(2_000_000)
    const many = eventsOf(await play('many', { n: 1234 }))
    expect(many.filter((event) => joinDeltas([event]) === 'y')).toHaveLength(1234)
  })
})
