import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Archive } from '../../main/archive.ts'
import { compose, type House } from '../../main/compose.ts'
import type { NewJob } from '../../main/jobs/job.ts'
import type { RunnerEvent } from '../../main/jobs/runner/events.ts'
import type { Runner } from '../../main/jobs/runner/runner.ts'
import type { UrlOptions } from '../fakes/vision-server/base-urls.ts'
import { startVisionServer, type VisionServer } from '../fakes/vision-server/server.ts'

const samples = resolve(import.meta.dirname, '../../assets/samples')

let folder: string
let server: VisionServer
let house: House
let archive: Archive

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-archive-'))
  server = await startVisionServer()
  openHouse(server.key)
})

afterEach(async () => {
  await house.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

function openHouse(key: string): void {
  house = compose({
    environment: { GLYPHLENS_HOME: folder, MODELSCOPE_API_KEY: key },
    platform: process.platform,
    fetch: globalThis.fetch,
    language: 'en',
    log: () => undefined
  })
  archive = house.archive()
}

async function answerWith(scenario: string, options?: UrlOptions): Promise<void> {
  await house.preferences.set({ vision: { providers: { modelscope: { baseUrl: server.url(scenario, options) } } } })
}

async function add(name: string, wish: Pick<NewJob, 'task' | 'engine' | 'parameters'>): Promise<number> {
  const picture = await archive.keep({ bytes: await readFile(join(samples, name)) })
  return archive.queue.add({ ...wish, picture, name, source: 'file' }).id
}

const reading = { task: 'read', engine: 'device', parameters: {} }
const asking = { task: 'ask', engine: 'modelscope', parameters: { question: 'What is the total?', localText: false } }

/** Works the queue off until nothing is left that need not wait. */
async function workOff(): Promise<readonly RunnerEvent[]> {
  const events: RunnerEvent[] = []
  let runner: Runner | undefined
  await new Promise<void>((done) => {
    runner = archive.createRunner({
      onEvent: (event) => {
        events.push(event)
        if (event.kind === 'idle') done()
      }
    })
    runner.start()
  })
  await runner?.stop()
  return events
}

describe('a job', () => {
  test('of reading is done on this machine, kept, and found by its words', async () => {
    const id = await add('receipt.png', reading)
    await workOff()
    const entry = archive.library.entries.get(id)
    expect(entry).toMatchObject({ state: 'done', result: { kind: 'reading' } })
    const { hits } = await archive.library.search({ words: '乌龙' })
    expect(hits.map((hit) => hit.entry.id)).toEqual([id])
    expect(server.log()).toEqual([])
  })

  test('of asking is answered, counted, and found by its question', async () => {
    await answerWith('ok')
    const id = await add('receipt.png', asking)
    const events = await workOff()
    const entry = archive.library.entries.get(id)
    expect(entry).toMatchObject({ state: 'done', result: { kind: 'text' } })
    // A cell of 32 pixels is a token, a picture two more; the question counts besides.
    expect(entry?.result?.usage).toMatchObject({ calls: 1, estimatedTokens: (448 / 32) * (640 / 32) + 2 })
    expect(events.some((event) => event.kind === 'text')).toBe(true)
    const { hits } = await archive.library.search({ words: 'What is the total' })
    expect(hits.map((hit) => hit.entry.id)).toEqual([id])
    expect(server.log()).toHaveLength(1)
    expect(server.red()).toEqual([])
  })

  test('keeps what there was to say of its way: here that the picture went out smaller', async () => {
    await answerWith('400-pixels', { side: 320 })
    const id = await add('receipt.png', asking)
    await workOff()
    const { result } = archive.library.entries.get(id)
    expect(result?.answer?.notices.map(({ message }) => message).join()).toMatch(/sides of at most 320 pixels/)
  })

  test('that was asked before offers the old answer', async () => {
    await answerWith('ok')
    const id = await add('receipt.png', asking)
    await workOff()
    expect(await add('receipt.png', asking)).toBe(id)
    await workOff()
    expect(server.log()).toHaveLength(1)
  })
})

describe('a job waits', () => {
  test('without a key, and goes on when there is one', async () => {
    await house.close()
    openHouse('')
    await answerWith('ok')
    const id = await add('receipt.png', asking)
    await workOff()
    expect(archive.queue.get(id)).toMatchObject({ state: 'waiting', reason: 'needs-key' })
    await house.keys.store('modelscope', server.key)
    archive.queue.wake('key-added', 'modelscope')
    await workOff()
    expect(archive.queue.get(id)).toMatchObject({ state: 'done' })
  })

  test('without a network, while reading goes on', async () => {
    await answerWith('refused')
    const [asked, read] = [await add('receipt.png', asking), await add('orders.png', reading)]
    await workOff()
    expect(archive.queue.get(asked)).toMatchObject({ state: 'waiting', reason: 'offline' })
    expect(archive.queue.get(read)).toMatchObject({ state: 'done' })
    await answerWith('ok')
    archive.queue.wake('online')
    await workOff()
    expect(archive.queue.get(asked)).toMatchObject({ state: 'done' })
  })

  test('for the next day when the quota is used up, and spends no second call to find out', async () => {
    await answerWith('429-day')
    const ids = [await add('receipt.png', asking), await add('orders.png', asking)]
    await workOff()
    const jobs = ids.map((id) => archive.queue.get(id))
    expect(jobs.map((job) => job?.reason)).toEqual(['quota', 'quota'])
    // Midnight of UTC+8.
    for (const job of jobs) expect(((job?.notBefore ?? Number.NaN) + 8 * 3_600_000) % 86_400_000).toBe(0)
    expect(server.log().length).toBeLessThanOrEqual(2)
  })
})

test('a call whose connection broke off in the middle is never repeated by itself', async () => {
  await answerWith('reset')
  const id = await add('receipt.png', asking)
  await workOff()
  expect(archive.queue.get(id)).toMatchObject({ state: 'unsure', failure: { code: 'vision-network' } })
  await workOff()
  expect(server.log()).toHaveLength(1)
  await answerWith('ok')
  archive.queue.resolveUnsure(id, 'repeat')
  await workOff()
  expect(archive.queue.get(id)).toMatchObject({ state: 'done' })
})

test('a picture that is none is refused before it is kept', async () => {
  await expect(archive.keep({ bytes: new TextEncoder().encode('no picture') })).rejects.toMatchObject({
    code: 'picture-format'
  })
})
