import { describe, expect, it } from 'vitest'
import { post } from './client.ts'
import { useVisionServer } from './in-tests.ts'
import type { Entry } from './journal/entry.ts'
import { joinDeltas, payloadsOf } from './read-events.ts'
import { chatBody } from './request.ts'

const server = useVisionServer()

describe('the log', () => {
  it('has the facts of a request, and neither its key nor its picture', async () => {
    await (await post(server(), server().url('ok'))).text()
    const [entry] = server().log()
    expect(entry).toMatchObject({
      listener: 'plain',
      segment: 'ok',
      method: 'POST',
      path: '/s/ok/v1/chat/completions',
      keyHash: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      model: 'Qwen/Qwen3-VL-8B-Instruct',
      task: 'describe',
      status: 200,
      concurrent: 1,
      pictures: [{ format: 'png', width: 64, height: 32 }]
    })
    expect(entry?.headerNames).toContain('authorization')
    expect(entry?.bodyBytes).toBe(Buffer.byteLength(JSON.stringify(chatBody())))
    expect(JSON.stringify(server().log())).not.toContain(server().key)
    expect(JSON.stringify(server().log())).not.toContain('base64')
  })

  it('has the moments of an answer in their order', async () => {
    await (await post(server(), server().url('ok'))).text()
    const { times } = await server().until(({ times: { finished } }) => finished !== undefined)
    const moments = [times.arrived, times.bodyRead, times.headersSent, times.firstByte, times.finished]
    expect(moments).toEqual(moments.toSorted((one, other) => (one ?? 0) - (other ?? 0)))
    expect(times.clientClosed).toBeUndefined()
  })

  it('ends with a reset', async () => {
    await post(server(), server().url('401'), { key: 'wrong' })
    server().reset()
    expect([server().log(), server().red()]).toEqual([[], []])
  })
})

describe('answers that take their time', () => {
  // A timer may be early by the part of a millisecond.
  it('ttfb waits before the headers', async () => {
    await (await post(server(), server().url('ttfb', { ms: 40 }))).text()
    expect(waited(await untilFinished(), 'bodyRead', 'headersSent')).toBeGreaterThan(38)
  })

  it('slow waits between pieces', async () => {
    const events = payloadsOf(await (await post(server(), server().url('slow', { ms: 4 }))).text())
    expect(waited(await untilFinished(), 'headersSent', 'finished')).toBeGreaterThan((events.length - 1) * 3)
  })

  it('keepalive sends comments and no data, then a good answer', async () => {
    const text = await (await post(server(), server().url('keepalive', { ms: 1, n: 3 }))).text()
    expect(text).toMatch(/^(: keep-alive\n\n){3}data: /)
    expect(joinDeltas(payloadsOf(text))).toContain('64 by 32')
  })

  it('keeps the line open as OpenRouter does', async () => {
    const base = server().url('keepalive', { as: 'openrouter', order: 'any', ms: 1, n: 1 })
    expect(await (await post(server(), base)).text()).toMatch(/^: OPENROUTER PROCESSING\n\n/)
  })
})

describe('clients that leave', () => {
  it.each(['no-response', 'cancel-before-headers'])('%s never answers', async (scenario) => {
    const leaving = new AbortController()
    const call = post(server(), server().url(scenario), { signal: leaving.signal })
    await server().until(({ times }) => times.bodyRead !== undefined)
    leaving.abort()
    await expect(call).rejects.toThrow('aborted')
    const { times } = await server().nextClose()
    expect(times.clientClosed).toBeGreaterThan(times.arrived)
    expect(times.headersSent).toBeUndefined()
  })

  it.each([
    ['stall', 4],
    ['headers-only', 0],
    ['cancel-after-first-byte', 6],
    ['cancel-during-thinking', 2]
  ])('%s says something and goes on until they do', async (scenario, count) => {
    const leaving = new AbortController()
    const answer = await post(server(), server().url(scenario), { signal: leaving.signal })
    const text = await readEvents(answer, count)
    leaving.abort()
    const { times } = await server().nextClose()
    expect(payloadsOf(text).length).toBeGreaterThanOrEqual(count)
    expect(times.clientClosed).toBeGreaterThanOrEqual(times.headersSent ?? Number.POSITIVE_INFINITY)
    expect(times.finished).toBeUndefined()
    expect(server().red()).toEqual([])
  })

  it('each is handed out once', async () => {
    for (const scenario of ['stall', 'no-response']) {
      const leaving = new AbortController()
      const call = post(server(), server().url(scenario), { signal: leaving.signal }).catch(() => undefined)
      await server().until(({ scenario: name, times }) => name === scenario && times.bodyRead !== undefined)
      leaving.abort()
      await call
      expect((await server().nextClose()).scenario).toBe(scenario)
    }
  })
})

describe('calls at a time', () => {
  it('are counted, and too many of them are red', async () => {
    const base = server().url('ok', { hold: 'gate', par: 2 })
    const calls = [post(server(), base), post(server(), base), post(server(), base)]
    await server().until(({ concurrent }) => concurrent === 3)
    server().release('gate')
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 200, 429])
    expect(server().red()).toMatchObject([{ check: 8 }])
  })

  it('above `;limit=` are refused without being red', async () => {
    const base = server().url('ok', { hold: 'gate', limit: 1 })
    const calls = [post(server(), base), post(server(), base)]
    await server().until(({ concurrent }) => concurrent === 2)
    server().release('gate')
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 429])
    expect(server().red()).toEqual([])
  })

  it('leave room when they end', async () => {
    const base = server().url('ok', { par: 1 })
    for (let call = 0; call < 3; call += 1) await (await post(server(), base)).text()
    expect(
      server()
        .log()
        .map(({ concurrent }) => concurrent)
    ).toEqual([1, 1, 1])
  })
})

describe('control', () => {
  it('shows the log and the red entries, and forgets them', async () => {
    await post(server(), server().url('ok'), { key: 'wrong' })
    expect(await control('log')).toMatchObject([{ segment: 'ok', status: 401 }])
    expect(await control('red')).toMatchObject([{ check: 2, segment: 'ok', request: server().log()[0]?.id }])
    await control('reset', {})
    expect([await control('log'), await control('red')]).toEqual([[], []])
  })

  it('sets the clock, and back', async () => {
    const time = Date.UTC(2030, 5, 1)
    await control('clock', { time })
    const answer = await post(server(), server().url('ok-json'))
    expect(new Date(answer.headers.get('date') ?? 0).getUTCFullYear()).toBe(2030)
    expect(await answer.json()).toMatchObject({ created: expect.closeTo(time / 1000, -2) as number })
    await control('clock', {})
    const { time: real } = (await control('clock', {})) as { time: number }
    expect(new Date(real).getUTCFullYear()).toBe(new Date().getUTCFullYear())
  })

  it('registers a word, and lets held requests go', async () => {
    await control('word', { word: 'HARBOUR' })
    const body = chatBody('One English word is written in this picture. Answer with that word and nothing else.')
    const call = post(server(), server().url('ok-json', { hold: 'gate' }), { body })
    await server().until(({ times }) => times.bodyRead !== undefined)
    await control('release', { name: 'gate' })
    expect(await (await call).json()).toMatchObject({ choices: [{ message: { content: 'HARBOUR' } }] })
  })

  it.each([
    ['log', {}],
    ['nonsense', {}]
  ])('POST %s is no control', async (path, body) => {
    expect(await control(path, body)).toEqual({ error: 'no such control' })
  })
})

describe('lists of models', () => {
  it('models-ok needs no key and tells nothing of sight, but for OpenRouter', async () => {
    const [status, text] = await list('models-ok')
    expect([status, JSON.parse(text)]).toMatchObject([200, { object: 'list', data: [{ object: 'model' }, {}, {}, {}] }])
    expect(text).not.toContain('modalities')
    expect((await list('models-ok', { as: 'openrouter' }))[1]).toContain('"input_modalities":["text","image"]')
  })

  it.each([
    ['models-401', 401, /Authentication failed/],
    ['models-404', 404, /Not Found/],
    ['models-html', 200, /^<!DOCTYPE html>/],
    ['models-no-data', 200, /^\{"object":"list"\}$/],
    ['models-duplicates', 200, /null,7,\{"id":5\}/]
  ])('%s', async (scenario, expected, form) => {
    const [status, text] = await list(scenario)
    expect(status).toBe(expected)
    expect(text).toMatch(form)
  })

  it('models-10k has ten thousand entries', async () => {
    expect(JSON.parse((await list('models-10k'))[1])).toHaveProperty('data.length', 10_000)
  })

  it('every other scenario has the usual list', async () => {
    expect(await list('ok')).toEqual(await list('models-ok'))
  })
})

function waited({ times }: Entry, from: 'bodyRead' | 'headersSent', to: 'headersSent' | 'finished'): number {
  return (times[to] ?? 0) - (times[from] ?? 0)
}

function untilFinished(): Promise<Entry> {
  return server().until(({ times }) => times.finished !== undefined)
}

async function readEvents({ body }: Response, count: number): Promise<string> {
  if (body === null) throw new Error('an answer without a body')
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (payloadsOf(text).length < count) text += (await reader.read()).value ?? ''
  return text
}

async function control(path: string, body?: object): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  return (await fetch(`${server().origin}/__ctl/${path}`, init)).json()
}

async function list(scenario: string, parameters = {}): Promise<[number, string]> {
  const answer = await fetch(`${server().url(scenario, parameters)}/models`)
  return [answer.status, await answer.text()]
}
