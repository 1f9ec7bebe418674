import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createChat } from '../../../../main/vision/client/chat.ts'
import { VisionFailure } from '../../../../main/vision/failure.ts'
import { canaryKey, delta, endpointAt, event, requestTo, serve, streamOf } from './server.ts'

type Answer = (response: ServerResponse) => void

async function failureOf(answer: Answer): Promise<VisionFailure> {
  const { baseUrl, seen } = await serve(answer)
  const failure = await createChat({ fetch })
    .send(requestTo(endpointAt(baseUrl)))
    .then(
      () => undefined,
      (thrown: unknown) => thrown
    )
  expect(seen).toHaveLength(1)
  if (!(failure instanceof VisionFailure)) throw new Error('did not fail', { cause: failure })
  return failure
}

function whole(status: number, type: string, body: string): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': type })
    response.end(body)
  }
}

const json = (status: number, body: unknown) => whole(status, 'application/json', JSON.stringify(body))
const page = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><script>go()</script>Hotel</body></html>'
const finished = (reason: string) => event({ choices: [{ index: 0, delta: {}, finish_reason: reason }] })
const told = { message: 'Rate limit reached', code: 'rate_limit_exceeded' }

describe('an answer that is none', () => {
  test.each<[string, Answer, object]>([
    ['nothing at all', whole(200, 'text/event-stream', ''), { code: 'vision-empty' }],
    ['choices null', json(200, { id: null, choices: null, usage: { prompt_tokens: 0 } }), { code: 'vision-empty' }],
    ['an empty stop', streamOf(delta(''), finished('stop')), { code: 'vision-empty' }],
    ['blanks only', streamOf(delta(' \n'), finished('stop')), { code: 'vision-empty' }],
    ['an empty chunk and an end', streamOf(event({ choices: [] })), { code: 'vision-empty' }],
    [
      'thinking only',
      streamOf(delta('<think>hm'), finished('length')),
      { code: 'vision-empty', retry: { kind: 'never' } }
    ],
    ['a page under 200', whole(200, 'text/html', page), { code: 'vision-not-an-api', mayBeCounted: false }],
    [
      'a page labelled as stream',
      whole(200, 'text/event-stream', page),
      { code: 'vision-not-an-api', mayBeCounted: false }
    ],
    ['words', whole(200, 'text/plain', 'It works!'), { code: 'vision-not-an-api', mayBeCounted: false }],
    ['other JSON', json(200, { status: 'ok' }), { code: 'vision-not-an-api', mayBeCounted: false }],
    ['half JSON', whole(200, 'application/json', '{"choices":[{'), { code: 'vision-protocol' }],
    ['JSON without end', whole(200, 'application/json', `{"a":"${'x'.repeat(9_000_000)}`), { code: 'vision-protocol' }],
    ['an event without end', streamOf(`data: "${'x'.repeat(9_000_000)}`), { code: 'vision-protocol' }],
    ['a blocked answer', streamOf(finished('content_filter')), { code: 'vision-content-blocked' }]
  ])('%s', async (_, answer, expected) => {
    expect(await failureOf(answer)).toMatchObject({ mayBeCounted: true, partial: undefined, ...expected })
  })
})

describe('an answer that breaks off keeps what came', () => {
  test.each<[string, Answer, object]>([
    ['an end without finish', streamOf(delta('so ', {}), delta('far')), { code: 'vision-cut-off' }],
    ['a tag that never came', streamOf(delta('so far'), delta('')), { code: 'vision-cut-off' }],
    ['broken JSON', streamOf(delta('so far'), event('{"choices":')), { code: 'vision-protocol' }],
    ['half an event', streamOf(delta('so far'), 'data: {"choices":'), { code: 'vision-protocol' }],
    ['an error object', streamOf(delta('so far'), event({ error: told })), { code: 'vision-rate' }],
    [
      'errors',
      streamOf(delta('so far'), event({ errors: told, request_id: 'r' })),
      { code: 'vision-rate', requestId: 'r' }
    ],
    ['an event named error', streamOf(delta('so far'), `event: error\n${event(told)}`), { code: 'vision-rate' }],
    [
      'a flat error',
      streamOf(delta('so far'), event({ object: 'error', message: 'engine died', code: 500 })),
      { code: 'vision-upstream', status: 500 }
    ],
    [
      'an error of the router',
      streamOf(delta('so far'), event({ error: { code: 502, message: 'x' }, choices: [{ delta: {} }] })),
      { code: 'vision-upstream', status: 502 }
    ],
    ['a fault as finish', streamOf(delta('so far'), finished('error')), { code: 'vision-upstream' }],
    ['a filter', streamOf(delta('so far'), finished('content_filter')), { code: 'vision-content-blocked' }]
  ])('%s', async (_, answer, expected) => {
    expect(await failureOf(answer)).toMatchObject({ partial: 'so far', mayBeCounted: true, ...expected })
  })

  test('a reset', async () => {
    const { baseUrl } = await serve((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(delta('so far'), () => response.socket?.resetAndDestroy())
    })
    await expect(createChat({ fetch }).send(requestTo(endpointAt(baseUrl)))).rejects.toMatchObject({
      code: 'vision-network',
      partial: 'so far',
      mayBeCounted: true
    })
  })

  test('a mark that had just begun', async () => {
    const failure = await failureOf(streamOf(delta('<th')))
    expect(failure).toMatchObject({ code: 'vision-cut-off', partial: '<th' })
  })
})

describe('an error before any text', () => {
  test.each<[string, Answer, object]>([
    [
      'as first event',
      streamOf(event({ error: { message: 'data_inspection_failed' } })),
      { code: 'vision-content-blocked' }
    ],
    ['as JSON under 200', json(200, { errors: { message: 'Invalid model id' } }), { code: 'vision-model-gone' }],
    [
      'flat under 200',
      json(200, { code: 20012, message: 'Model does not exist', data: null }),
      { code: 'vision-model-gone' }
    ],
    ['as a status', json(401, { error: { message: 'no' } }), { code: 'vision-auth', status: 401 }],
    ['as a page', whole(502, 'text/html', page), { code: 'vision-upstream', status: 502, mayBeCounted: true }]
  ])('%s', async (_, answer, expected) => {
    expect(await failureOf(answer)).toMatchObject({ partial: undefined, mayBeCounted: false, ...expected })
  })

  test('is judged by its status when the body never ends', async () => {
    const failure = await failureOf((response) => {
      response.writeHead(404, { 'content-type': 'application/json' })
      response.write(`{"error":{"message":"${'x'.repeat(1_000_000)}`)
    })
    expect(failure).toMatchObject({ code: 'vision-not-an-api', status: 404 })
    expect(failure.message.length).toBeLessThan(500)
  })

  test('shows nothing of a page and no key', async () => {
    const failure = await failureOf(whole(500, 'text/html', `${page}${canaryKey}`))
    expect(failure.message).not.toMatch(/[<>]|Hotel|go\(\)/)
    expect(JSON.stringify([failure, failure.message])).not.toContain(canaryKey)
  })
})

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('%i is not followed', async (status) => {
    const target = await serve((response) => response.end())
    const failure = await failureOf((response) => {
      response.writeHead(status, { location: `${target.baseUrl}/there?token=secret` })
      response.end()
    })
    expect(failure).toMatchObject({ code: 'vision-redirect', mayBeCounted: false, retry: { kind: 'never' } })
    expect(failure.message).toContain(`${target.baseUrl}/there,`)
    expect(failure.message).not.toContain('secret')
    expect(target.seen).toEqual([])
  })

  test.each([
    ['Electron, by hand', new Error('Redirect was cancelled')],
    [
      'Electron, as error',
      new TypeError('failed', { cause: new Error("Attempted to redirect, but redirect policy was 'error'") })
    ],
    ['Node, as error', new TypeError('fetch failed', { cause: new Error('unexpected redirect') })]
  ])('is known by what %s throws', async (_, error) => {
    const chat = createChat({ fetch: () => Promise.reject(error) })
    await expect(chat.send(requestTo(endpointAt('http://127.0.0.1/v1')))).rejects.toMatchObject({
      code: 'vision-redirect'
    })
  })
})
