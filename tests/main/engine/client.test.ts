import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Quad } from '../../../main/engine/protocol/geometry.ts'
import type { Progress } from '../../../main/engine/protocol/operations.ts'
import type { Encoding, View } from '../../../main/engine/protocol/view.ts'
import { type FakeEngine, pictureOf, startFake } from '../../fakes/engine/engine.ts'
import { embeddedPack } from '../../fakes/engine/pack.ts'

const pack = embeddedPack()

const quad: Quad = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1]
]

const encoding: Encoding = { formats: ['png'], bytes: 1000 }

function viewOf(width: number, height: number): View {
  return { crop: { x0: 0, y0: 0, x1: width, y1: height }, content: { width, height }, canvas: { width, height } }
}

let engine: FakeEngine
afterEach(() => engine.dispose())

/** `begun` resolves once the request with this callback runs inside the engine. */
function watched(): { onProgress: (progress: Progress) => void; begun: Promise<Progress> } {
  const { promise, resolve } = Promise.withResolvers<Progress>()
  return { onProgress: resolve, begun: promise }
}

/** All files in the spool of the engine. */
function spooled(): string[] {
  return readdirSync(engine.spoolRoot).flatMap((name) => readdirSync(join(engine.spoolRoot, name)))
}

describe('requests', () => {
  it('start the engine and come back checked', async () => {
    engine = startFake()
    expect(engine.status()).toMatchObject({ state: 'stopped', crashes: 0, restarts: 0, queue: 0 })
    expect(await engine.probe(pictureOf({ do: 'answer' }))).toMatchObject({ width: 3, height: 2 })
    expect(engine.status()).toMatchObject({
      state: 'running',
      pid: expect.any(Number),
      node: process.version,
      rss: expect.any(Number)
    })
  })

  it('hand over pack, threads and scale', async () => {
    engine = startFake()
    const picture = pictureOf({ do: 'answer' })
    expect((await engine.read(picture, { pack })).pack).toBe('ppocr-v4-mobile 0 0')
    expect((await engine.read(picture, { pack, threads: 2, scale: 1.5 })).pack).toBe('ppocr-v4-mobile 2 1.5')
    expect(await engine.loadPack(pack)).toMatchObject({ id: 'ppocr-v4-mobile' })
  })

  it('bring back pictures through the spool and leave nothing in it', async () => {
    engine = startFake()
    const marks = [{ quad, label: 'one' }]
    const bytes = await engine.annotate(Buffer.from('a picture'), marks)
    expect(Buffer.from(bytes).toString()).toBe('a picture with 1')
    expect(spooled()).toEqual([])
  })

  it('distrust the size that the engine promises', async () => {
    engine = startFake()
    const marks = [{ quad, label: 'lie' }]
    await expect(engine.annotate(Buffer.from('x'), marks)).rejects.toMatchObject({ code: 'engine-protocol' })
    expect(spooled()).toEqual([])
  })

  it('bring back each of several pictures, in order', async () => {
    engine = startFake()
    const encoded = await engine.encode(Buffer.from('a picture'), [viewOf(30, 20), viewOf(50, 40)], encoding)
    expect(encoded).toMatchObject([
      { width: 30, height: 20, data: Buffer.from('a picture') },
      { width: 50, height: 40, data: Buffer.from('a picture') }
    ])
    const small = await engine.thumbnail(Buffer.from('a picture'), 64)
    expect(small).toMatchObject({ width: 64, format: 'webp', data: Buffer.from('a picture') })
    expect(spooled()).toEqual([])
  })

  it('bring the pages of a document back, at the scale that reading likes', async () => {
    engine = startFake()
    const document = Buffer.from('a document')
    expect(await engine.openDocument(document)).toMatchObject({ title: 'a document', pages: [{ width: 300 }] })
    const page = await engine.renderPage(document, 7)
    expect(page).toMatchObject({ dpi: 200, data: Buffer.from('page 7 of a document') })
    expect(await engine.renderPage(document, 1, { dpi: 72 })).toMatchObject({ dpi: 72 })
    expect(spooled()).toEqual([])
  })

  it.each([{ dpi: 0 }, { dpi: 5000 }, { longest: 3 }])('refuse a scale beyond reason: %o', async (scale) => {
    engine = startFake()
    await expect(engine.renderPage(Buffer.from('x'), 1, scale)).rejects.toMatchObject({ code: 'engine-protocol' })
  })

  it('want a picture for each of several views', async () => {
    engine = startFake()
    await expect(engine.encode(Buffer.from('x'), [viewOf(1, 1), viewOf(2, 2)], encoding)).rejects.toMatchObject({
      code: 'engine-protocol'
    })
    expect(spooled()).toEqual([])
  })

  it('refuse more views than one call may have', async () => {
    engine = startFake()
    const many = Array.from({ length: 65 }, () => viewOf(2, 2))
    await expect(engine.encode(Buffer.from('x'), many, encoding)).rejects.toMatchObject({ code: 'engine-protocol' })
  })

  it('fail with what the service said, and keep its stack for the log', async () => {
    engine = startFake()
    await expect(engine.probe(pictureOf({ do: 'fail' }))).rejects.toMatchObject({
      code: 'picture-damaged',
      message: 'This picture is damaged.',
      advice: 'Take another.'
    })
    expect((await engine.logged(/picture-damaged/)).detail).toContain('service.ts')
    expect(engine.status().state).toBe('running')
  })

  it('refuse what the protocol does not know', async () => {
    engine = startFake()
    await expect(engine.read(pictureOf({ do: 'answer' }), { pack, threads: 1000 })).rejects.toMatchObject({
      code: 'engine-protocol'
    })
  })

  it('report their progress in order', async () => {
    engine = startFake()
    const seen: number[] = []
    await engine.probe(pictureOf({ do: 'progress', steps: 5 }), { onProgress: ({ done }) => seen.push(done) })
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  it('survive a library that writes to standard output', async () => {
    engine = startFake()
    expect(await engine.probe(pictureOf({ do: 'chatter' }))).toMatchObject({ width: 3 })
  })

  it('run one at a time, in order', async () => {
    engine = startFake()
    const order: number[] = []
    await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        await engine.probe(pictureOf({ do: 'progress', steps: 5 - number }))
        order.push(number)
      })
    )
    expect(order).toEqual([1, 2, 3, 4])
  })
})

describe('the queue', () => {
  it('is bounded', async () => {
    engine = startFake({ queue: 1 })
    const first = engine.probe(pictureOf({ do: 'answer' }))
    const second = engine.probe(pictureOf({ do: 'answer' }))
    await expect(engine.probe(pictureOf({ do: 'answer' }))).rejects.toMatchObject({ code: 'engine-busy' })
    expect(engine.status().queue).toBe(1)
    await expect(Promise.all([first, second])).resolves.toHaveLength(2)
    await expect(engine.probe(pictureOf({ do: 'answer' }))).resolves.toBeDefined()
  })
})

describe('cancelling', () => {
  it('before anything has begun starts no process', async () => {
    engine = startFake()
    const signal = AbortSignal.abort()
    await expect(engine.probe(pictureOf({ do: 'answer' }), { signal })).rejects.toMatchObject({ code: 'cancelled' })
    expect(engine.status().state).toBe('stopped')
  })

  it('takes a waiting request out of the queue', async () => {
    engine = startFake()
    const controller = new AbortController()
    const first = engine.probe(pictureOf({ do: 'answer' }))
    const waiting = engine.probe(pictureOf({ do: 'answer' }), { signal: controller.signal })
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    expect(engine.status().queue).toBe(0)
    await expect(first).resolves.toBeDefined()
  })

  it('does not wait for an engine that is still starting', async () => {
    engine = startFake()
    const controller = new AbortController()
    const request = engine.probe(pictureOf({ do: 'answer' }), { signal: controller.signal })
    controller.abort()
    await expect(request).rejects.toMatchObject({ code: 'cancelled' })
    await expect(engine.probe(pictureOf({ do: 'answer' }))).resolves.toBeDefined()
    expect(engine.status().restarts).toBe(0)
  })

  it('reaches a running request, and the engine lives on', async () => {
    engine = startFake()
    const controller = new AbortController()
    const { onProgress, begun } = watched()
    const request = engine.probe(pictureOf({ do: 'wait' }), { signal: controller.signal, onProgress })
    await begun
    const { pid } = engine.status()
    controller.abort()
    await expect(request).rejects.toMatchObject({ code: 'cancelled' })
    await engine.probe(pictureOf({ do: 'answer' }))
    expect(engine.status()).toMatchObject({ pid, restarts: 0 })
    expect(spooled()).toEqual([])
  })

  it.each(['ignore-cancel', 'hang'] as const)('kills an engine that does not listen (%s)', async (order) => {
    engine = startFake({ graceMilliseconds: 50 })
    const controller = new AbortController()
    const { onProgress, begun } = watched()
    const request = engine.probe(pictureOf({ do: order }), { signal: controller.signal, onProgress })
    await begun
    controller.abort()
    await expect(request).rejects.toMatchObject({ code: 'cancelled' })
    await engine.probe(pictureOf({ do: 'answer' }))
    expect(engine.status()).toMatchObject({ restarts: 1, crashes: 0 })
  })
})

describe('ending', () => {
  it('close fails what is pending, removes the spool and refuses what comes later', async () => {
    engine = startFake()
    const { onProgress, begun } = watched()
    const requests = [
      engine.probe(pictureOf({ do: 'hang' }), { onProgress }),
      engine.probe(pictureOf({ do: 'answer' }))
    ]
    const settled = Promise.allSettled(requests)
    await begun
    await engine.close()
    for (const outcome of await settled) expect(outcome).toMatchObject({ reason: { code: 'engine-closed' } })
    expect(readdirSync(engine.spoolRoot)).toEqual([])
    await expect(engine.probe(pictureOf({ do: 'answer' }))).rejects.toMatchObject({ code: 'engine-closed' })
    expect(engine.status().state).toBe('closed')
  })

  it('close in the middle of a start is prompt', async () => {
    engine = startFake()
    const request = engine.probe(pictureOf({ do: 'answer' }))
    const settled = Promise.allSettled([request])
    await engine.close()
    expect(await settled).toMatchObject([{ reason: { code: 'engine-closed' } }])
  })

  it('stop lets the running request finish, and the next one starts the engine again', async () => {
    engine = startFake()
    const running = engine.probe(pictureOf({ do: 'progress', steps: 3 }))
    const stopped = engine.stop()
    const next = engine.probe(pictureOf({ do: 'answer' }))
    await expect(running).resolves.toBeDefined()
    await stopped
    await expect(next).resolves.toBeDefined()
    expect(engine.status()).toMatchObject({ restarts: 1, crashes: 0 })
  })
})
