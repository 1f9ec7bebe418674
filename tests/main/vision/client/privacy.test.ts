import { afterEach, describe, expect, test, vi } from 'vitest'
import { createChat } from '../../../../main/vision/client/chat.ts'
import type { ChatLogLine } from '../../../../main/vision/client/context.ts'
import { canaryKey, delta, ending, endpointAt, requestTo, serve, streamOf } from './server.ts'

const strangers = {
  OPENAI_API_KEY: 'stray-api-key',
  OPENAI_ADMIN_KEY: 'stray-admin-key',
  OPENAI_ORG_ID: 'stray-organization',
  OPENAI_PROJECT_ID: 'stray-project',
  OPENAI_WEBHOOK_SECRET: 'stray-webhook',
  OPENAI_BASE_URL: 'http://stray.invalid/v1',
  OPENAI_CUSTOM_HEADERS: 'X-Leak: stray-header\nAuthorization: Bearer stray-authorization\nUser-Agent: stray-agent',
  OPENAI_LOG: 'debug'
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** All that is written to the console from here on. */
function listenToConsole(): () => string {
  const spies = (['log', 'debug', 'info', 'warn', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined)
  )
  return () => JSON.stringify(spies.flatMap(({ mock }) => mock.calls))
}

describe('variables of the environment', () => {
  test('have no effect on what is sent, where to, and what is written', async () => {
    for (const [name, value] of Object.entries(strangers)) vi.stubEnv(name, value)
    const written = listenToConsole()
    const { baseUrl, seen } = await serve(streamOf(delta('a'), ending))
    const chat = createChat({ fetch })
    await chat.send(requestTo(endpointAt(baseUrl)))
    await chat.models(endpointAt(baseUrl)).catch(() => undefined)
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v1/chat/completions', 'GET /v1/models'])
    expect(JSON.stringify(seen)).not.toMatch(/stray|stainless|kept-elsewhere/i)
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${canaryKey}`)
    expect(written()).toBe('[]')
  })

  test('do not stand in for a key that is not there', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'stray-api-key')
    const { baseUrl, seen } = await serve(streamOf(delta('a'), ending))
    await createChat({ fetch }).send(requestTo({ ...endpointAt(baseUrl), key: undefined }))
    expect(seen[0]?.headers).not.toHaveProperty('authorization')
  })
})

test('nothing is sent but these headers', async () => {
  const { baseUrl, seen } = await serve(streamOf(delta('a'), ending))
  await createChat({ fetch }).send(requestTo(endpointAt(baseUrl)))
  const [{ headers } = { headers: {} }] = seen
  // Those of the second line are Node's own, without which there is no HTTP.
  expect(Object.keys(headers).toSorted()).toEqual(
    ['accept', 'authorization', 'content-type', 'user-agent']
      .concat('accept-encoding', 'accept-language', 'cache-control', 'connection', 'content-length', 'host')
      .concat('pragma', 'sec-fetch-mode')
      .toSorted()
  )
})

describe('a key', () => {
  test('that no header can hold is not told by what is thrown', async () => {
    const key = `${canaryKey}\nx`
    const lines: ChatLogLine[] = []
    const chat = createChat({ fetch, log: (line) => lines.push(line) })
    const written = listenToConsole()
    const failure = await chat.send(requestTo({ ...endpointAt('http://127.0.0.1:9/v1'), key })).then(
      () => undefined,
      (thrown: unknown) => thrown
    )
    expect(failure).toBeInstanceOf(Error)
    const told: string[] = []
    for (let error = failure; error instanceof Error; error = error.cause) {
      told.push(error.message, String(error.stack), JSON.stringify(error))
    }
    expect(told.length).toBeGreaterThan(3)
    expect(told.join('\n')).not.toContain(canaryKey)
    expect(JSON.stringify(lines)).not.toContain(canaryKey)
    expect(written()).toBe('[]')
  })

  test('is not told by a provider that repeats it, nor is the picture', async () => {
    const { baseUrl } = await serve((response, request) => {
      response.writeHead(400, { 'content-type': 'application/json', 'x-request-id': canaryKey })
      const message = `bad: ${request.headers.authorization} data:image/png;base64,${'QUJD'.repeat(100)}`
      response.end(JSON.stringify({ error: { message }, request_id: canaryKey }))
    })
    const lines: ChatLogLine[] = []
    const chat = createChat({ fetch, log: (line) => lines.push(line) })
    const failure = await chat.send(requestTo(endpointAt(baseUrl))).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({
      code: 'vision-refused',
      message: expect.stringContaining('bad: [hidden] [picture]')
    })
    expect(JSON.stringify([failure, lines])).not.toContain(canaryKey)
  })
})

test('a key that a provider gives for the name of a request is not told when its answer breaks off', async () => {
  const { baseUrl } = await serve((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': canaryKey })
    response.end('data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n')
  })
  const lines: ChatLogLine[] = []
  const asked = createChat({ fetch, log: (line) => lines.push(line) }).send(requestTo(endpointAt(baseUrl)))
  await expect(asked).rejects.toMatchObject({ code: 'vision-cut-off', partial: 'a', requestId: '[hidden]' })
  expect(JSON.stringify(lines)).not.toContain(canaryKey)
})

test('the log has one line for each call, and no contents', async () => {
  const { baseUrl } = await serve(streamOf(delta('the answer'), ending))
  const lines: ChatLogLine[] = []
  let now = 1000
  const chat = createChat({ fetch, log: (line) => lines.push(line), clock: () => (now += 5) })
  await chat.send(requestTo(endpointAt(baseUrl)))
  await chat.send(requestTo(endpointAt('http://127.0.0.1:9/v1'))).catch(() => undefined)
  expect(lines).toMatchObject([
    { provider: 'custom', model: 'a-model', outcome: 'answered' },
    { provider: 'custom', model: 'a-model', outcome: 'vision-network', cause: expect.any(String) }
  ])
  expect(JSON.stringify(lines)).not.toMatch(/the answer|What is it/)
})
