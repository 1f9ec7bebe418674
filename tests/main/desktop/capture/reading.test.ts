import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../../../main/archive.ts'
import { compose, type House } from '../../../../main/compose.ts'
import { createAsking } from '../../../../main/desktop/capture/asking.ts'
import { createReading } from '../../../../main/desktop/capture/reading.ts'
import type { RunnerEvent } from '../../../../main/jobs/runner/events.ts'
import type { Runner } from '../../../../main/jobs/runner/runner.ts'
import type { CaptureEvent } from '../../../../preload/contract/capture.ts'
import { startVisionServer, type VisionServer } from '../../../fakes/vision-server/server.ts'

const samples = resolve(import.meta.dirname, '../../../../assets/samples')

let folder: string
let server: VisionServer
let house: House
let archive: Archive
let runner: Runner | undefined
const listeners = new Set<(event: RunnerEvent) => void>()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-capture-'))
  server = await startVisionServer()
  openHouse({ MODELSCOPE_API_KEY: server.key })
})

afterEach(async () => {
  await runner?.stop()
  runner = undefined
  listeners.clear()
  await house.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

function openHouse(keys: Readonly<Record<string, string>>): void {
  house = compose({
    environment: { GLYPHLENS_HOME: folder, ...keys },
    platform: process.platform,
    fetch: globalThis.fetch,
    language: 'en',
    log: () => undefined
  })
  archive = house.archive()
}

function work(): void {
  runner = archive.createRunner({ onEvent: (event) => listeners.forEach((listener) => listener(event)) })
  runner.start()
}

const receipt = (): Promise<Buffer> => readFile(join(samples, 'receipt.png'))
const ports = { archive: () => archive, name: () => 'Capture' }
const unasked = new AbortController().signal

async function ask(
  action: 'ask' | 'boxes' | 'describe',
  scenario: string,
  question?: string
): Promise<readonly CaptureEvent[]> {
  await house.preferences.set({ vision: { providers: { modelscope: { baseUrl: server.url(scenario) } } } })
  const told: CaptureEvent[] = []
  const asking = createAsking({
    ...ports,
    provider: () => 'modelscope',
    onRunner: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  })
  await asking(await receipt(), { action, question }, (event) => void told.push(event))
  return told
}

function jobOf(told: readonly CaptureEvent[]) {
  const last = told.at(-1)
  return last?.kind === 'answered' ? archive.queue.get(last.entry) : undefined
}

describe('a captured picture', () => {
  it('is read, and is in the library before its text is handed over', async () => {
    work()
    const { entry, text } = await createReading(ports)(await receipt(), unasked)
    expect(text).toContain('Willow Lane Tea House')
    expect(archive.library.entries.get(entry)).toMatchObject({ name: 'Capture', source: 'capture', state: 'done' })
  })

  it('is read although the queue is paused', async () => {
    archive.queue.pause()
    work()
    const { text } = await createReading(ports)(await receipt(), unasked)
    expect(text).toContain('Willow Lane Tea House')
  })

  it('makes an entry each time, also of the same picture', async () => {
    work()
    const read = createReading(ports)
    const [one, other] = [await read(await receipt(), unasked), await read(await receipt(), unasked)]
    expect(other.entry).not.toBe(one.entry)
    expect(other.text).toBe(one.text)
  })

  it('is not read when that is called off', async () => {
    const calling = new AbortController()
    const added = Promise.withResolvers<void>()
    const stop = archive.queue.subscribe(added.resolve)
    const reading = createReading(ports)(await receipt(), calling.signal)
    await added.promise
    stop()
    calling.abort()
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    expect(archive.queue.counts().states).toMatchObject({ cancelled: 1, queued: 0 })
  })

  it('that is none says so', async () => {
    work()
    await expect(createReading(ports)(new Uint8Array([1, 2, 3]), unasked)).rejects.toMatchObject({
      code: 'picture-format'
    })
  })
})

describe('a question about it', () => {
  it('is answered piece by piece, then as a whole that lies in the library', async () => {
    work()
    const told = await ask('ask', 'ok', 'What is the total?')
    const pieces = told.flatMap((event) => (event.kind === 'answer' ? [event.delta] : []))
    expect(pieces.length).toBeGreaterThan(1)
    expect(told.at(-1)).toMatchObject({ kind: 'answered', text: expect.stringContaining('114.00') })
    expect(jobOf(told)).toMatchObject({
      source: 'capture',
      task: 'ask',
      parameters: { question: 'What is the total?' }
    })
    expect(listeners.size).toBe(0)
  })

  it.each([
    ['describe', 'describe'],
    ['boxes', 'detect']
  ] as const)('%s is the task %s', async (action, task) => {
    work()
    expect(jobOf(await ask(action, 'ok'))?.task).toBe(task)
  })

  it('that waits for a key says so at once', async () => {
    await house.close()
    openHouse({})
    work()
    expect((await ask('describe', 'ok')).at(-1)).toMatchObject({
      kind: 'problem',
      problem: { code: 'vision-key-missing' }
    })
    expect(archive.queue.counts().waiting).toEqual({ 'needs-key': 1 })
  })

  it('that cannot be answered says what to do', async () => {
    work()
    const told = await ask('describe', '401')
    expect(told.at(-1)).toMatchObject({ kind: 'problem', problem: { advice: expect.any(String) } })
  })
})
