import { describe, expect, test } from 'vitest'
import type { ChatEvent } from '../../../../main/vision/chat.ts'
import { createChat } from '../../../../main/vision/client/chat.ts'
import { delta, ending, endpointAt, requestTo, serve, streamOf } from './server.ts'

const long = 60_000

/** Writes comments for as long as the connection stands. */
function keepAlive(write: (text: string) => void): NodeJS.Timeout {
  return setInterval(() => write(': keep-alive\n\n'), 10)
}

describe('a limit of time', () => {
  test('ends a call that is never answered', async () => {
    const { baseUrl, closed } = await serve(() => undefined)
    const chat = createChat({ fetch, times: { firstByte: 1000 } })
    await expect(chat.send(requestTo(endpointAt(baseUrl)))).rejects.toMatchObject({
      code: 'vision-timeout',
      message: 'Custom did not begin to answer within 1 s.',
      mayBeCounted: true,
      partial: undefined
    })
    await expect(closed).resolves.toBeUndefined()
  })

  test('for the first byte counts neither headers nor comments', async () => {
    const { baseUrl, closed } = await serve((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const timer = keepAlive((text) => response.write(text))
      response.once('close', () => clearInterval(timer))
    })
    const events: ChatEvent[] = []
    const chat = createChat({ fetch, times: { firstByte: 1000, idle: long } })
    await expect(chat.send(requestTo(endpointAt(baseUrl)), { onEvent: (it) => events.push(it) })).rejects.toMatchObject(
      { code: 'vision-timeout' }
    )
    expect(events.every(({ kind }) => kind === 'sending' || kind === 'first-byte')).toBe(true)
    await expect(closed).resolves.toBeUndefined()
  })

  test('of silence keeps what came, whatever comments follow', async () => {
    const { baseUrl, closed } = await serve((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(delta('so far'))
      const timer = keepAlive((text) => response.write(text))
      response.once('close', () => clearInterval(timer))
    })
    const chat = createChat({ fetch, times: { idle: 100 } })
    await expect(chat.send(requestTo(endpointAt(baseUrl)))).rejects.toMatchObject({
      code: 'vision-timeout',
      message: 'Custom fell silent for 0.1 s in the middle of its answer.',
      partial: 'so far'
    })
    await expect(closed).resolves.toBeUndefined()
  })

  test('in all ends an answer that never comes to its end', async () => {
    const { baseUrl, closed } = await serve((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const timer = setInterval(() => response.write(delta('x')), 10)
      response.once('close', () => clearInterval(timer))
    })
    const send = createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), { times: { total: 1000 } })
    await expect(send).rejects.toMatchObject({ code: 'vision-timeout', mayBeCounted: true })
    await expect(closed).resolves.toBeUndefined()
  })
})

describe('a cancelled call', () => {
  test('sends nothing when it was cancelled before', async () => {
    const { baseUrl, seen } = await serve(streamOf(ending))
    const events: ChatEvent[] = []
    const options = { signal: AbortSignal.abort(), onEvent: (it: ChatEvent) => events.push(it) }
    await expect(createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), options)).rejects.toMatchObject({
      code: 'cancelled'
    })
    expect(seen).toEqual([])
    expect(events).toEqual([])
  })

  test('closes the connection before there is an answer', async () => {
    const controller = new AbortController()
    const { baseUrl, closed } = await serve(() => controller.abort())
    const options = { signal: controller.signal }
    await expect(createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), options)).rejects.toMatchObject({
      code: 'cancelled'
    })
    await expect(closed).resolves.toBeUndefined()
  })

  test('closes the connection in the middle of an answer, and tells nothing more', async () => {
    const controller = new AbortController()
    const { baseUrl, closed } = await serve((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const timer = setInterval(() => response.write(delta('x')), 5)
      response.once('close', () => clearInterval(timer))
    })
    let told = 0
    const send = createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), {
      signal: controller.signal,
      onEvent: ({ kind }) => {
        told += 1
        if (kind === 'text') controller.abort()
      }
    })
    await expect(send).rejects.toMatchObject({ code: 'cancelled' })
    const toldAtTheEnd = told
    await expect(closed).resolves.toBeUndefined()
    expect(told).toBe(toldAtTheEnd)
  })

  test('closes the connection while an error is read', async () => {
    const controller = new AbortController()
    const { baseUrl, closed } = await serve((response) => {
      response.writeHead(500, { 'content-type': 'application/json' })
      response.write('{', () => controller.abort())
    })
    const options = { signal: controller.signal }
    await expect(createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), options)).rejects.toMatchObject({
      code: 'cancelled'
    })
    await expect(closed).resolves.toBeUndefined()
  })

  test('does not wait for a network that ignores the signal, and throws away what it brings', async () => {
    const controller = new AbortController()
    const late = Promise.withResolvers<Response>()
    const thrownAway = Promise.withResolvers<void>()
    const chat = createChat({
      fetch: () => {
        controller.abort()
        return late.promise
      }
    })
    const send = chat.send(requestTo(endpointAt('http://127.0.0.1/v1')), { signal: controller.signal })
    await expect(send).rejects.toMatchObject({ code: 'cancelled' })
    late.resolve(new Response(new ReadableStream({ cancel: () => thrownAway.resolve() })))
    await expect(thrownAway.promise).resolves.toBeUndefined()
  })

  test('leaves no listener on the signal of whoever asked', async () => {
    const { baseUrl } = await serve(streamOf(delta('a'), ending))
    const { signal } = new AbortController()
    const counted = { added: 0, removed: 0 }
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    Object.assign(signal, {
      addEventListener: (...given: Parameters<typeof add>) => {
        counted.added += 1
        add(...given)
      },
      removeEventListener: (...given: Parameters<typeof remove>) => {
        counted.removed += 1
        remove(...given)
      }
    })
    await createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), { signal })
    expect(counted).toEqual({ added: 1, removed: 1 })
  })
})

test('a listener that throws ends the call with what it threw', async () => {
  const { baseUrl, closed } = await serve((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(delta('a'))
  })
  const cause = new Error('the disk is full')
  let calls = 0
  const send = createChat({ fetch }).send(requestTo(endpointAt(baseUrl)), {
    onEvent: ({ kind }) => {
      calls += 1
      if (kind === 'text') throw cause
    }
  })
  await expect(send).rejects.toMatchObject({ code: 'internal', cause })
  await expect(closed).resolves.toBeUndefined()
  expect(calls).toBe(3)
})
