import { afterEach, describe, expect, it } from 'vitest'
import type { EngineOptions } from '../../../main/engine/client.ts'
import { entryNamed, type FakeEngine, pictureOf, startFake } from '../../fakes/engine/engine.ts'
import type { Script } from '../../fakes/engine/script.ts'

const megabyte = 1024 * 1024

let engine: FakeEngine
afterEach(() => engine.dispose())

async function failWith(order: Script, deadlineMilliseconds = 30_000): Promise<unknown> {
  return engine.probe(pictureOf(order), { deadlineMilliseconds }).catch((thrown: unknown) => thrown)
}

describe('a request during which the engine breaks fails, and the next one works', () => {
  const rows: readonly { name: string; order: Script; code: string; options?: EngineOptions; deadline?: number }[] = [
    { name: 'exits', order: { do: 'exit', code: 3 }, code: 'engine-crashed' },
    { name: 'exits as if all were well', order: { do: 'exit', code: 0 }, code: 'engine-crashed' },
    { name: 'aborts', order: { do: 'abort' }, code: 'engine-crashed' },
    { name: 'throws where nobody catches', order: { do: 'throw-outside' }, code: 'engine-crashed' },
    { name: 'hangs in a loop', order: { do: 'hang' }, code: 'engine-timeout', deadline: 100 },
    { name: 'never answers', order: { do: 'ignore-cancel' }, code: 'engine-timeout', deadline: 100 },
    { name: 'fills the heap', order: { do: 'fill-heap' }, code: 'engine-out-of-memory' },
    {
      name: 'passes its memory ceiling without a breath',
      order: { do: 'fill-memory' },
      code: 'engine-out-of-memory',
      options: { memory: { hardBytes: 300 * megabyte } }
    },
    { name: 'says what is no JSON', order: { do: 'say', text: '\0\xff{\n' }, code: 'engine-protocol' },
    { name: 'says what is no message', order: { do: 'say', text: '{"kind":"hello"}\n' }, code: 'engine-protocol' },
    { name: 'talks without end', order: { do: 'flood' }, code: 'engine-protocol' },
    { name: 'gives a wrong result', order: { do: 'wrong-result' }, code: 'engine-protocol' }
  ]

  it.each(rows)('$name: $code', async ({ order, code, options, deadline }) => {
    engine = startFake(options)
    expect(await failWith(order, deadline)).toMatchObject({ code, advice: expect.any(String) })
    expect(await engine.probe(pictureOf({ do: 'answer' }))).toMatchObject({ width: 3 })
    expect(engine.status()).toMatchObject({ restarts: 1, crashes: code === 'engine-timeout' ? 0 : 1 })
  })

  it('is killed from outside: engine-crashed', async () => {
    engine = startFake()
    const failed = engine
      .probe(pictureOf({ do: 'ignore-cancel' }), {
        onProgress: () => process.kill(engine.status().pid ?? 0, 'SIGKILL')
      })
      .catch((thrown: unknown) => thrown)
    expect(await failed).toMatchObject({ code: 'engine-crashed' })
    expect(await engine.probe(pictureOf({ do: 'answer' }))).toMatchObject({ width: 3 })
  })

  it('lives on when memory is refused', async () => {
    engine = startFake()
    expect(await failWith({ do: 'refuse-memory' })).toMatchObject({ code: 'engine-out-of-memory' })
    expect(await engine.probe(pictureOf({ do: 'answer' }))).toMatchObject({ width: 3 })
    expect(engine.status().restarts).toBe(0)
  })

  it('keeps the last words of the dead for the log', async () => {
    engine = startFake()
    await failWith({ do: 'throw-outside' })
    expect((await engine.logged(/ended: crashed/)).detail).toMatch(/exit code 1\n.*outside of the request/s)
  })
})

it('a request that meets a dead engine is tried once more', async () => {
  engine = startFake()
  await engine.probe(pictureOf({ do: 'answer' }))
  process.kill(engine.status().pid ?? 0, 'SIGKILL')
  // Sent before the news of the death has come.
  expect(await engine.probe(pictureOf({ do: 'answer' }))).toMatchObject({ width: 3 })
  expect(engine.status()).toMatchObject({ restarts: 1, crashes: 1 })
})

describe('an engine that cannot be started', () => {
  it('exits at once: tried twice, then told with its last words', async () => {
    engine = startFake({ entry: entryNamed('exits-at-start') })
    const failure = await failWith({ do: 'answer' })
    expect(failure).toMatchObject({ code: 'engine-not-startable', advice: expect.stringContaining('doctor') })
    expect(failure).toHaveProperty('cause.message', 'exit code 3\nno such library')
    expect(engine.status()).toMatchObject({ crashes: 2 })
  })

  it('never becomes ready', async () => {
    engine = startFake({ entry: entryNamed('hangs-at-start'), startMilliseconds: 100 })
    expect(await failWith({ do: 'answer' })).toMatchObject({ code: 'engine-not-startable' })
  })

  it('speaks another protocol', async () => {
    engine = startFake({ entry: entryNamed('speaks-nonsense-at-start') })
    expect(await failWith({ do: 'answer' })).toMatchObject({ code: 'engine-not-startable' })
  })

  it.each([
    ['no such program', { node: '/nonexistent/node' }],
    ['no such entry', { entry: '/nonexistent/main.ts' }],
    ['a program that is not Node', { node: '/bin/false' }]
  ])('%s', async (_, options) => {
    engine = startFake(options)
    expect(await failWith({ do: 'answer' })).toMatchObject({ code: 'engine-not-startable' })
  })

  it('has no temporary folder', async () => {
    engine = startFake({ spoolRoot: '/nonexistent' })
    expect(await failWith({ do: 'answer' })).toMatchObject({ code: 'disk' })
  })
})

describe('the crash budget', () => {
  it('leaves an engine alone that crashes again and again, until the window has passed', async () => {
    engine = startFake({ crashes: { budget: 2, windowMilliseconds: 3_600_000 } })
    for (const order of [1, 2])
      expect(await failWith({ do: 'exit', code: order })).toMatchObject({ code: 'engine-crashed' })
    expect(await failWith({ do: 'answer' })).toMatchObject({
      code: 'engine-not-startable',
      advice: expect.stringMatching(/^Try again in \d+ s/)
    })
    expect(engine.status()).toMatchObject({ state: 'stopped', crashes: 2 })
  })

  it('forgets what lies before the window', async () => {
    engine = startFake({ crashes: { budget: 1, windowMilliseconds: 1 } })
    await failWith({ do: 'exit', code: 1 })
    await engine.logged(/ended: crashed/)
    await expect.poll(() => failWith({ do: 'answer' })).toMatchObject({ width: 3 })
  })
})
