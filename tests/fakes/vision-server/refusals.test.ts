import { describe, expect, it } from 'vitest'
import { post } from './client.ts'
import { dialectNames } from './dialects/index.ts'
import { useVisionServer } from './in-tests.ts'
import { chatBody, plainPng } from './request.ts'

const server = useVisionServer()

const anyText = expect.any(String) as string
const containing = (text: string): string => expect.stringContaining(text) as string

async function refuse(scenario: string, parameters: Record<string, string | number> = {}): Promise<[number, unknown]> {
  const answer = await post(server(), server().url(scenario, parameters))
  return [answer.status, await answer.json()]
}

describe('in the words of ModelScope', () => {
  it.each([
    ['401', 401, 'valid ModelScope token'],
    ['401-link', 401, 'bind your Alibaba Cloud account'],
    ['403-name', 403, 'real-name verified before use'],
    ['403-model', 403, 'real-name verified to use this model'],
    ['404-model', 400, 'Invalid model id'],
    ['400-gone', 400, 'has no provider supported'],
    ['429-1008', 429, 'insufficient balance (1008)'],
    ['429-wait', 429, 'Request limit exceeded'],
    ['429-day', 429, "today's quota for model"],
    ['429-plan', 429, 'check your plan'],
    ['429-burst', 429, 'Request limit exceeded'],
    ['400-bytes', 400, 'bytes'],
    ['413', 413, 'Too Large'],
    ['400-format', 400, 'unsupported image'],
    ['400-shape', 400, 'length and width'],
    ['400-inspect', 400, 'DataInspection'],
    ['400-context', 400, 'context length'],
    ['no-vision-400', 400, 'image_url is only supported'],
    ['no-vision-500', 500, 'mmproj'],
    ['500', 500, 'error'],
    ['503-loading', 503, 'Loading model']
  ])('%s', async (scenario, status, message) => {
    expect(await refuse(scenario)).toEqual([status, { error: { message: containing(message) }, request_id: anyText }])
  })
})

describe('each dialect has an envelope of its own', () => {
  const message = anyText
  const envelopes: Readonly<Record<(typeof dialectNames)[number], unknown>> = {
    modelscope: { error: { message }, request_id: anyText },
    dashscope: { error: { message, type: anyText, param: null, code: 'limit_burst_rate' }, request_id: anyText },
    siliconflow: { code: 20012, message, data: null },
    openrouter: { error: { code: 429, message, metadata: { provider_name: 'Fake' } } },
    openai: { error: { message, type: anyText, param: null, code: 'limit_burst_rate' } },
    ollama: { error: { message, type: anyText, param: null, code: 'limit_burst_rate' } },
    llamacpp: { error: { code: 429, message, type: anyText } },
    vllm: { object: 'error', message, type: anyText, param: null, code: 429 }
  }

  it.each(dialectNames.filter((name) => name !== 'openrouter'))('%s', async (as) => {
    expect(await refuse('429-burst', { as })).toEqual([429, envelopes[as]])
    expect(server().red()).toEqual([])
  })

  it('openrouter, which wants the text first', async () => {
    const answer = await post(server(), server().url('429-burst', { as: 'openrouter', order: 'picture-first' }))
    expect(await answer.json()).toEqual(envelopes.openrouter)
  })

  it.each([
    ['dashscope', 'no-vision-400', 400, 'Unexpected item type in content'],
    ['dashscope', '402', 400, 'arrears'],
    ['dashscope', '400-bytes', 400, 'max bytes per data-uri item'],
    ['ollama', '404-model', 404, 'not found'],
    ['ollama', '400-format', 400, 'invalid image input'],
    ['vllm', 'no-vision-400', 400, 'is not a multimodal model'],
    ['siliconflow', '400-format', 400, '20040'],
    ['llamacpp', 'no-vision-500', 500, 'mmproj']
  ])('%s says %s in its own words', async (as, scenario, status, words) => {
    const [got, body] = await refuse(scenario, { as })
    expect([got, JSON.stringify(body)]).toEqual([status, containing(words)])
  })
})

describe('400-pixels', () => {
  it('refuses under `error` and `errors` in turn until the picture is small enough', async () => {
    const message = 'input size exceed limit 64x64,current input:(96,32)'
    expect(await (await sendPixels(96)).json()).toEqual({ error: { message }, request_id: anyText })
    expect(await (await sendPixels(96)).json()).toEqual({ errors: { message }, request_id: anyText })
    expect((await sendPixels(64)).status).toBe(200)
  })

  it('refuses under the name that was asked for', async () => {
    expect(await (await sendPixels(96, { under: 'errors' })).json()).toHaveProperty('errors')
  })
})

describe('waits and quotas', () => {
  it.each([
    ['2', '2'],
    ['59', '59'],
    ['61', '61'],
    ['3600', '3600'],
    ['0', '0'],
    ['soon, perhaps', 'soon, perhaps']
  ])('Retry-After of %s', async (s, header) => {
    const answer = await post(server(), server().url('429-wait', { s }))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, header])
  })

  it('gives a date by its own clock', async () => {
    server().setClock(Date.UTC(2027, 0, 1))
    const answer = await post(server(), server().url('429-wait', { s: 'date', in: 30 }))
    expect(answer.headers.get('retry-after')).toBe('Fri, 01 Jan 2027 00:00:30 GMT')
  })

  it('knows retry-after-ms', async () => {
    const answer = await post(server(), server().url('429-wait', { 'after-ms': 1500 }))
    expect([answer.headers.get('retry-after'), answer.headers.get('retry-after-ms')]).toEqual([null, '1500'])
  })

  it('answers well after the wait', async () => {
    const base = server().url('429-wait')
    expect([(await post(server(), base)).status, (await post(server(), base)).status]).toEqual([429, 200])
  })

  it('tells of quotas in headers when it is to', async () => {
    const answer = await post(server(), server().url('429-day', { limits: 'yes' }))
    expect(answer.headers.get('modelscope-ratelimit-requests-limit')).toBe('2000')
    expect(answer.headers.get('modelscope-ratelimit-model-requests-remaining')).toBe('0')
    expect(
      (await post(server(), server().url('429-plan'))).headers.get('modelscope-ratelimit-requests-limit')
    ).toBeNull()
  })

  it("gives the day's quota back at midnight in China", async () => {
    const base = server().url('429-day')
    server().setClock(Date.UTC(2027, 0, 1, 15, 30))
    expect((await post(server(), base)).status).toBe(429)
    server().setClock(Date.UTC(2027, 0, 1, 16, 0, 1))
    expect((await post(server(), base)).status).toBe(200)
  })

  it.each([
    ['401', {}, 1],
    ['429-day', {}, 1],
    ['429-plan', {}, 2],
    ['429-burst', {}, 2],
    ['429-wait', { times: 9 }, 2],
    ['429-wait', { times: 9, s: 61 }, 1],
    ['500', {}, 2],
    ['null-choices', {}, 2]
  ] as const)('%s %j: call %i is still right, the next one is red', async (scenario, parameters, calls) => {
    const base = server().url(scenario, parameters)
    for (let call = 0; call < calls; call += 1) await post(server(), base)
    expect(server().red()).toEqual([])
    await post(server(), base)
    expect(server().red()).toMatchObject([{ check: 8 }])
  })

  it('another model has calls of its own', async () => {
    await post(server(), server().url('400-gone'))
    await post(server(), server().url('400-gone'), { body: chatBody('Describe it.', { model: 'another' }) })
    expect(server().red()).toEqual([])
  })
})

describe('faults on the way', () => {
  it.each([
    ['502-html', 502, 'text/html; charset=utf-8', 'nginx'],
    ['504', 504, null, ''],
    ['html-200', 200, 'text/html; charset=utf-8', 'Please sign in']
  ])('%s', async (scenario, status, type, text) => {
    const answer = await post(server(), server().url(scenario))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
    expect(await answer.text()).toContain(text)
  })

  it.each([301, 302, 307, 308])('redirect-%i points to the other host, or to the same', async (status) => {
    const other = await post(server(), server().url(`redirect-${status}`))
    expect([other.status, other.headers.get('location')]).toEqual([
      status,
      `${server().redirectTarget.origin}/redirected/v1/chat/completions`
    ])
    const same = await post(server(), server().url(`redirect-${status}`, { to: 'same' }))
    expect(same.headers.get('location')).toBe(`${server().origin}/redirected/v1/chat/completions`)
    expect(server().redirectTarget.log()).toEqual([])
  })

  it('a followed redirection is red, at either host', async () => {
    await fetch(`${server().redirectTarget.origin}/redirected/v1/chat/completions`, { method: 'POST', body: '{}' })
    await fetch(`${server().origin}/redirected/v1/chat/completions`, { method: 'POST', body: '{}' })
    expect(server().redirectTarget.log()).toHaveLength(1)
    expect(
      server()
        .red()
        .map(({ check }) => check)
    ).toEqual([1, 1])
  })
})

function sendPixels(side: number, parameters = {}): Promise<Response> {
  return post(server(), server().url('400-pixels', { side: 64, ...parameters }), {
    body: chatBody('Describe this picture.', {}, plainPng(side, 32))
  })
}
