import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import type { Archive } from '../../../main/archive.ts'
import { createAddresses } from '../../../main/bridge/settings/addresses.ts'
import { createVisionHandlers } from '../../../main/bridge/vision.ts'
import { createCallMeter } from '../../../main/call-meter.ts'
import type { Handlers } from '../../../preload/contract/contract.ts'
import type { VisionCheck, VisionEvent } from '../../../preload/contract/vision.ts'
import { useVisionServer } from '../../fakes/vision-server/in-tests.ts'
import { rejectionOf } from '../library/shelf.ts'
import { type Home, openHome, samples } from './home.ts'
import { caller } from './key-desk.ts'

const server = useVisionServer()

afterEach(() => {
  const red = server().red()
  if (red.length > 0) throw new Error(`the provider has seen red: ${JSON.stringify(red)}`)
})

interface Scene extends Home {
  readonly vision: Handlers['vision']
  readonly events: VisionEvent[]
  readonly happened: string[]
  /** The first event of a kind, now or later. */
  readonly next: (kind: VisionEvent['kind']) => Promise<VisionEvent>
  /** ModelScope at a scenario of the server. */
  readonly go: (scenario: string, options?: Record<string, string | number>) => Promise<void>
  /** An entry of the library with a picture and an answer. */
  readonly add: (
    more?: Partial<{ engine: string; task: string; parameters: Record<string, unknown> }>
  ) => Promise<number>
}

async function openScene(environment: Record<string, string> = {}, library?: () => Archive): Promise<Scene> {
  const home = await openHome({ MODELSCOPE_API_KEY: server().key, ...environment })
  const { house, archive } = home
  const { preferences } = house
  const events: VisionEvent[] = []
  const happened: string[] = []
  const waiting: { readonly kind: VisionEvent['kind']; readonly found: (event: VisionEvent) => void }[] = []
  const vision = createVisionHandlers({
    vision: house.vision,
    archive: library ?? house.archive,
    meter: createCallMeter(() => (library ?? house.archive)().queue),
    preferences,
    addresses: createAddresses({ preferences, confirmHost: async () => false }),
    language: () => 'en',
    emit: (event) => {
      events.push(event)
      for (const { kind, found } of waiting) if (kind === event.kind) found(event)
    },
    changed: (entry) => happened.push(`entry ${entry}`),
    proved: (provider) => happened.push(`proved ${provider}`)
  })
  return {
    ...home,
    vision,
    events,
    happened,
    next: (kind) => {
      const { promise, resolve: found } = Promise.withResolvers<VisionEvent>()
      waiting.push({ kind, found })
      const known = events.find((event) => event.kind === kind)
      if (known) found(known)
      return promise
    },
    go: async (scenario, options) => {
      const baseUrl = server().url(scenario, options)
      // Reading the picture here first would take longer than all the rest.
      await preferences.set({ vision: { providers: { modelscope: { baseUrl } }, localText: false } })
    },
    add: async ({ engine = 'modelscope', task = 'ask', parameters = { question: 'Who sold this?' } } = {}) => {
      const bytes = await readFile(join(samples, 'receipt.png'))
      const picture = await archive.keep({ bytes })
      const added = archive.queue.add({ picture, name: 'receipt.png', source: 'file', task, engine, parameters })
      if (added.kind !== 'added') throw new Error('known already')
      const { id } = added
      archive.queue.work.take({ lane: engine === 'device' ? 'device' : 'vision', busy: [] })
      archive.queue.work.finish(id, { kind: 'text', text: 'The corner shop.', body: { kind: 'text' } })
      return id
    }
  }
}

const ask = ({ vision }: Scene, entry: number, question: string) =>
  Promise.resolve(vision.follow({ action: 'ask', entry, question }, caller))
const cancel = ({ vision }: Scene, entry: number) => Promise.resolve(vision.follow({ action: 'cancel', entry }, caller))
const check = async ({ vision }: Scene, wish: Parameters<Handlers['vision']['check']>[0]): Promise<VisionCheck> =>
  await vision.check(wish, caller)

const fast = 'Qwen/Qwen3-VL-30B-A3B-Instruct'
const callsLeft = ({ archive }: Scene, engine = 'modelscope') =>
  archive.queue.forecast({ engine, model: fast }, { calls: 1 }).remaining

describe('a further question', () => {
  test('is answered piece by piece, kept with the entry, and counted', async () => {
    const scene = await openScene()
    await scene.go('ok', { text: 'It was Tuesday.' })
    const entry = await scene.add()
    const before = callsLeft(scene)
    expect(await ask(scene, entry, 'On which day?')).toMatchObject({
      question: 'On which day?',
      answer: 'It was Tuesday.',
      created: expect.any(Number)
    })
    const text = scene.events.map((event) => (event.kind === 'text' ? event.delta : '')).join('')
    expect(text).toBe('It was Tuesday.')
    expect(scene.events.every((event) => event.entry === entry)).toBe(true)
    expect(scene.archive.library.entries.get(entry).turns).toMatchObject([
      { question: 'On which day?', answer: 'It was Tuesday.' }
    ])
    expect(scene.happened).toEqual([`entry ${entry}`])
    expect(callsLeft(scene)).toBe(Number(before) - 1)
    const { completionTokens } = scene.archive.queue.forecast({ engine: 'modelscope', model: fast }, { calls: 1 })
    expect(completionTokens).toBeGreaterThan(0)
    const [call] = server().log()
    expect(call).toMatchObject({ task: 'ask', pictures: [expect.anything()] })
  })

  test('comes with what was said before', async () => {
    const scene = await openScene()
    await scene.go('ok', { text: 'Yes.' })
    const entry = await scene.add()
    await ask(scene, entry, 'Is it paid?')
    await ask(scene, entry, 'In cash?')
    const [first, second] = server().log()
    expect(second?.bodyBytes).toBeGreaterThan(Number(first?.bodyBytes))
    expect(scene.archive.library.entries.get(entry).turns.map(({ question }) => question)).toEqual([
      'Is it paid?',
      'In cash?'
    ])
  })

  test('says that it begins anew when it is tried again', async () => {
    const scene = await openScene()
    await scene.go('429-wait', { 'after-ms': 1, text: 'Yes.' })
    const entry = await scene.add()
    expect(await ask(scene, entry, 'Is it paid?')).toMatchObject({ answer: 'Yes.' })
    expect(scene.events[0]).toEqual({ kind: 'again', entry })
  })

  test.each([
    ['401', 'vision-auth'],
    ['401-link', 'vision-account-link'],
    ['403-name', 'vision-real-name'],
    ['402', 'vision-balance'],
    ['429-day', 'vision-quota-day'],
    ['no-vision-400', 'vision-no-sight']
  ])('that fails leaves nothing behind: %s', async (scenario, code) => {
    const scene = await openScene()
    await scene.go(scenario)
    const entry = await scene.add()
    const failure = await rejectionOf(ask(scene, entry, 'Is it paid?'))
    expect(failure.code).toBe(code)
    expect(scene.archive.library.entries.get(entry).turns).toEqual([])
    expect(scene.happened).toEqual([])
    await scene.go('ok', { text: 'Yes.' })
    expect(await ask(scene, entry, 'Is it paid?')).toMatchObject({ answer: 'Yes.' })
  })

  test('cancelled in the middle is none, and closes the connection', async () => {
    const scene = await openScene()
    await scene.go('cancel-after-first-byte')
    const entry = await scene.add()
    const asked = ask(scene, entry, 'Is it paid?')
    await scene.next('text')
    const closed = server().nextClose()
    expect(await cancel(scene, entry)).toBeNull()
    expect(await asked).toBeNull()
    await closed
    expect(scene.archive.library.entries.get(entry).turns).toEqual([])
  })

  test('is one at a time for each entry', async () => {
    const scene = await openScene()
    await scene.go('ok', { hold: 'first', text: 'Yes.' })
    const entry = await scene.add()
    const other = await scene.add({ parameters: { question: 'How much?' } })
    const first = ask(scene, entry, 'Is it paid?')
    expect((await rejectionOf(ask(scene, entry, 'In cash?'))).code).toBe('usage')
    const second = ask(scene, other, 'In cash?')
    server().release('first')
    expect(await first).toMatchObject({ answer: 'Yes.' })
    expect(await second).toMatchObject({ answer: 'Yes.' })
  })

  test('about what was read here goes to the preferred provider', async () => {
    const scene = await openScene()
    await scene.go('ok', { text: 'Yes.' })
    const entry = await scene.add({ engine: 'device', task: 'read', parameters: {} })
    expect(await ask(scene, entry, 'Is it paid?')).toMatchObject({ answer: 'Yes.' })
  })

  test('needs an entry, and one with an answer', async () => {
    const scene = await openScene()
    await scene.go('ok')
    expect((await rejectionOf(ask(scene, 4711, 'Is it paid?'))).code).toBe('library-entry-missing')
    const bytes = await readFile(join(samples, 'receipt.png'))
    const job = { name: 'x', source: 'file', task: 'ask', engine: 'modelscope', parameters: {} } as const
    const { id } = scene.archive.queue.add({ ...job, picture: await scene.archive.keep({ bytes }) })
    expect((await rejectionOf(ask(scene, id, 'Is it paid?'))).code).toBe('usage')
    expect(server().log()).toEqual([])
  })
})

describe('testing a connection', () => {
  const connection = { what: 'connection', provider: 'modelscope' } as const

  test('a good one wakes what waits for the key', async () => {
    const scene = await openScene()
    await scene.go('ok')
    expect(await check(scene, connection)).toMatchObject({
      what: 'connection',
      steps: expect.arrayContaining([{ step: 'sight', state: 'good' }])
    })
    expect(scene.happened).toEqual(['proved modelscope'])
  })

  test.each([
    ['401', 'key', 'vision-auth'],
    ['401-link', 'account', 'vision-account-link'],
    ['404-model', 'model', 'vision-model-gone'],
    ['429-day', 'quota', 'vision-quota-day'],
    ['no-vision-200', 'sight', 'vision-no-sight'],
    ['refused', 'connection', 'vision-network']
  ])('%s fails at the step “%s”', async (scenario, step, code) => {
    const scene = await openScene()
    await scene.go(scenario)
    const report = await check(scene, connection)
    if (report.what !== 'connection') throw new Error('another report')
    expect(report.steps.find(({ state }) => state === 'failed')?.step).toBe(step)
    expect(report.problem?.code).toBe(code)
    expect(scene.happened).toEqual([])
  })

  test.each([
    ['a good one', 'ok', connection, 1],
    ['one that was answered blindly', 'no-vision-200', connection, 1],
    ['a look at the sight', 'ok', { what: 'sight', provider: 'modelscope' }, 1],
    ['one that was refused', '401', connection, 0],
    ['one that did not arrive', 'refused', connection, 0]
  ] as const)('%s counts like any other call', async (_name, scenario, wish, calls) => {
    const scene = await openScene()
    await scene.go(scenario)
    const before = callsLeft(scene)
    await check(scene, wish)
    expect(Number(before) - Number(callsLeft(scene))).toBe(calls)
  })

  test('is made where there is no library to count it in', async () => {
    const scene = await openScene({}, () => {
      throw new Error('no library')
    })
    await scene.go('ok')
    expect(await check(scene, connection)).not.toHaveProperty('problem')
  })

  test('without a key it is not begun, and says so like any other', async () => {
    const scene = await openScene({ MODELSCOPE_API_KEY: '' })
    const report = await check(scene, connection)
    expect(server().log()).toEqual([])
    expect(report).toMatchObject({ problem: { code: 'vision-key-missing' } })
    expect(report).toMatchObject({ steps: expect.arrayContaining([{ step: 'key', state: 'failed' }]) })
  })

  test('at another address proves nothing of the one that is kept', async () => {
    const scene = await openScene()
    const report = await check(scene, { ...connection, baseUrl: server().url('ok') })
    expect(report).not.toHaveProperty('problem')
    expect(scene.happened).toEqual([])
  })

  test('sends no key to a host that the person has not agreed to', async () => {
    const scene = await openScene()
    const wish = { ...connection, baseUrl: 'https://gateway.example/v1' }
    expect((await rejectionOf(check(scene, wish))).code).toBe('cancelled')
    expect((await rejectionOf(check(scene, { ...connection, provider: 'nobody' }))).code).toBe('usage')
  })

  test('what a model sees is kept', async () => {
    const scene = await openScene()
    await scene.go('ok', { space: 'pixels', legible: 12 })
    expect(await check(scene, { what: 'sight', provider: 'modelscope' })).toEqual({
      what: 'sight',
      boxes: 'pixels',
      legible: 12
    })
    expect(Object.keys(scene.house.preferences.get().vision.learned)).toHaveLength(1)
  })
})

const sighted = (report: VisionCheck) =>
  report.what === 'models' ? report.models.map(({ id, sees }) => [id, sees]) : undefined

describe('a list of models', () => {
  test('marks those that are known to see, and guesses of no other', async () => {
    const scene = await openScene()
    await scene.go('models-ok')
    expect(sighted(await check(scene, { what: 'models', provider: 'modelscope' }))).toEqual([
      ['Qwen/Qwen3-VL-235B-A22B-Instruct', true],
      [fast, true],
      ['Qwen/Qwen3-VL-8B-Instruct', true],
      ['Qwen/Qwen3-235B-A22B', undefined]
    ])
  })

  test('believes an endpoint that says it', async () => {
    const scene = await openScene({ OPENROUTER_API_KEY: server().key })
    const baseUrl = server().url('models-ok', { as: 'openrouter' })
    expect(sighted(await check(scene, { what: 'models', provider: 'openrouter', baseUrl }))).toEqual([
      ['Qwen/Qwen3-VL-235B-A22B-Instruct', true],
      [fast, true],
      ['Qwen/Qwen3-VL-8B-Instruct', true],
      ['Qwen/Qwen3-235B-A22B', false]
    ])
  })

  test.each([
    ['models-401', 'vision-auth'],
    ['models-html', 'vision-not-an-api']
  ])('that does not come: %s', async (scenario, code) => {
    const scene = await openScene()
    await scene.go(scenario)
    expect((await rejectionOf(check(scene, { what: 'models', provider: 'modelscope' }))).code).toBe(code)
  })
})

test('nothing that goes to the window holds the key', async () => {
  const scene = await openScene()
  const seen: unknown[] = []
  for (const scenario of ['ok', '401', '401-link', '402', 'refused', 'dns']) {
    const entry = await scene.add({ parameters: { question: scenario } })
    await scene.go(scenario)
    seen.push(await ask(scene, entry, 'Is it paid?').catch((thrown: unknown) => thrown))
    for (const what of ['connection', 'sight', 'models'] as const) {
      await scene.go(scenario, { what })
      seen.push(await check(scene, { what, provider: 'modelscope' }).catch((thrown: unknown) => thrown))
    }
  }
  seen.push(scene.events, scene.happened)
  expect(`${inspect(seen, { depth: 20, showHidden: true })} ${JSON.stringify(seen)}`).not.toContain(server().key)
})
