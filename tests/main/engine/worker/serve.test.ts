import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createUnframer, frame } from '../../../../main/engine/protocol/frames.ts'
import { type FromEngine, fromEngine, type ToEngine } from '../../../../main/engine/protocol/messages.ts'
import { defaultPictureLimits } from '../../../../main/engine/protocol/picture.ts'
import { createChannel } from '../../../../main/engine/worker/channel.ts'
import { serve } from '../../../../main/engine/worker/serve.ts'
import type { Call, Service } from '../../../../main/engine/worker/service.ts'
import { Failure } from '../../../../main/failure.ts'
import { factsWith } from '../../../fakes/engine/facts.ts'

interface Line {
  readonly send: (message: ToEngine) => void
  /** Resolves with the next message of that kind. */
  readonly next: (kind: FromEngine['kind']) => Promise<FromEngine>
  readonly kinds: string[]
}

function unused(): Promise<never> {
  return Promise.reject(new Error('not asked for'))
}

/** Serves `probe` over a pair of streams, as the engine process does over its pipes. */
function serveProbe(probe: Service['probe'], onClose: () => void = () => undefined): Line & { input: PassThrough } {
  const [input, output] = [new PassThrough(), new PassThrough()]
  serve(
    {
      probe,
      read: unused,
      annotate: unused,
      encode: unused,
      thumbnail: unused,
      openDocument: unused,
      renderPage: unused,
      loadPack: unused
    },
    createChannel(input, output, onClose)
  )
  const kinds: string[] = []
  const waiting = new Map<string, (message: FromEngine) => void>()
  output.on(
    'data',
    createUnframer((raw) => {
      const message = fromEngine.parse(raw)
      kinds.push(message.kind)
      waiting.get(message.kind)?.(message)
    })
  )
  return {
    input,
    kinds,
    send: (message) => input.write(frame(message)),
    next: (kind) => new Promise((resolve) => waiting.set(kind, resolve))
  }
}

const request = { picture: 'x', limits: defaultPictureLimits }
const ask = (id: number): ToEngine => ({ kind: 'request', id, operation: 'probe', request })

describe('the request loop', () => {
  it('tells that it has begun, how far it is, and what came out', async () => {
    const line = serveProbe(async (_, call) => {
      call.report({ stage: 'decode', done: 1, total: 2 })
      return factsWith(['odd'])
    })
    const done = line.next('done')
    line.send(ask(7))
    expect(await done).toMatchObject({ id: 7, result: { problems: ['odd'] }, rss: expect.any(Number) })
    expect(line.kinds).toEqual(['started', 'progress', 'done'])
  })

  it('runs one request after the other', async () => {
    let inside = 0
    const line = serveProbe(async (_, call) => {
      inside += 1
      await call.breathe()
      const seen = `${inside}`
      inside -= 1
      return factsWith([seen])
    })
    for (const id of [1, 2, 3]) line.send(ask(id))
    for (const id of [1, 2, 3]) {
      expect(await line.next('done')).toMatchObject({ id, result: { problems: ['1'] } })
    }
  })

  it('lets a cancel through when the service breathes', async () => {
    const line = serveProbe(async (_, call) => {
      for (;;) await call.breathe()
    })
    const [started, failed] = [line.next('started'), line.next('failed')]
    line.send(ask(1))
    await started
    line.send({ kind: 'cancel', id: 1 })
    expect(await failed).toMatchObject({ id: 1, code: 'cancelled' })
  })

  it('does not begin what was cancelled while it waited', async () => {
    const asked: Call[] = []
    const line = serveProbe(async (_, call) => {
      asked.push(call)
      await call.breathe()
      return factsWith([])
    })
    const failed = line.next('failed')
    line.send(ask(1))
    line.send(ask(2))
    line.send({ kind: 'cancel', id: 2 })
    expect(await failed).toMatchObject({ id: 2, code: 'cancelled' })
    expect(asked).toHaveLength(1)
  })

  it.each([
    { thrown: new Failure('picture-format', 'No picture.', { advice: 'Another.' }), code: 'picture-format' },
    { thrown: new Error('a bug'), code: 'internal' },
    { thrown: 'a string', code: 'internal' },
    { thrown: new RangeError('Array buffer allocation failed'), code: 'engine-out-of-memory' },
    { thrown: new Error('std::bad_alloc'), code: 'engine-out-of-memory' }
  ])('answers with $code when $thrown is thrown', async ({ thrown, code }) => {
    const line = serveProbe(() => Promise.reject(thrown))
    const failed = line.next('failed')
    line.send(ask(1))
    expect(await failed).toMatchObject({ code, detail: expect.stringMatching(/\w/) })
  })

  it('refuses a request that does not fit its operation', async () => {
    const line = serveProbe(async () => factsWith([]))
    const failed = line.next('failed')
    line.send({ kind: 'request', id: 1, operation: 'probe', request: { picture: 5 } })
    expect(await failed).toMatchObject({ code: 'engine-protocol' })
  })

  it('tells when the app has closed its end', async () => {
    const closed = Promise.withResolvers<void>()
    const line = serveProbe(async () => factsWith([]), closed.resolve)
    line.input.end()
    await expect(closed.promise).resolves.toBeUndefined()
  })
})
