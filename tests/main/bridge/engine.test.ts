import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPackShelf, type PackShelf } from '../../../main/bridge/engine/pack-shelf.ts'
import { createEngineHandlers } from '../../../main/bridge/engine.ts'
import { createPacks } from '../../../main/packs/packs.ts'
import { openPreferences } from '../../../main/settings/preferences.ts'
import type { Parsed } from '../../../preload/contract/contract.ts'
import type { EngineEvent } from '../../../preload/contract/engine.ts'
import { rejectionOf } from '../library/shelf.ts'
import { madeUpFiles, madeUpManifest } from '../packs/made-up.ts'
import { type Answer, startFileServer, status, whole } from '../packs/server.ts'
import { caller } from './key-desk.ts'

const limits = { firstByte: 2000, idle: 2000, rounds: 1, pause: 1, longestPause: 5 }
const paths = Object.keys(madeUpFiles).map((name) => `/${name}`)

async function openShelf(closing?: AbortSignal) {
  const data = await mkdtemp(join(tmpdir(), 'glyphlens-shelf-'))
  const embedded = join(data, 'embedded')
  const server = await startFileServer(
    Object.fromEntries(Object.entries(madeUpFiles).map(([name, content]) => [`/${name}`, content]))
  )
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]()
    await rm(data, { recursive: true, force: true })
  })
  const preferences = openPreferences(data)
  const packs = createPacks({
    folders: { data, cache: data },
    preferences,
    manifests: [madeUpManifest('little', []), madeUpManifest('more', [server.origin])],
    embeddedFolder: embedded,
    shippedFolder: join(data, 'shipped'),
    limits
  })
  const events: EngineEvent[] = []
  let clock = 0
  const shelf = createPackShelf({
    packs,
    emit: (event) => events.push(event),
    now: () => (clock += 1000),
    ...(closing && { closing })
  })
  const { pack } = createEngineHandlers(shelf)
  return {
    data,
    server,
    preferences,
    events,
    shelf,
    act: (action: Parsed<'engine', 'pack'>['action'], id = 'more') => Promise.resolve(pack({ id, action }, caller))
  }
}

/** Holds an answer back until it is let go. */
function held(): { readonly answer: Answer; readonly asked: Promise<void>; readonly letGo: () => void } {
  const { promise: asked, resolve: arrived } = Promise.withResolvers<void>()
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
  const answer: Answer = (_request, response, content) => {
    response.writeHead(200, { 'content-length': content.length }).write(content.subarray(0, 10_000))
    arrived()
    void free.then(() => response.end(content.subarray(10_000)))
  }
  return { answer, asked, letGo }
}

async function fetchedOf(shelf: PackShelf): Promise<number | undefined> {
  return (await shelf.views()).find(({ id }) => id === 'more')?.fetched
}

describe('fetching a pack', () => {
  test('tells how far it is, and answers with the pack ready', async () => {
    const { act, events } = await openShelf()
    const views = await act('fetch')
    expect(views.find(({ id }) => id === 'more')).toMatchObject({ kind: 'fetchable', state: 'ready', active: false })
    const told = events.filter((event) => event.kind === 'pack')
    expect(told.length).toBeGreaterThan(2)
    const total = Object.values(madeUpFiles).reduce((sum, { length }) => sum + length, 0)
    expect(told.at(-1)).toEqual({ kind: 'pack', id: 'more', done: total, total })
    expect(events.at(-1)).toEqual({ kind: 'packs-changed' })
  })

  test('shows in the list while it goes on, once for two who want it', async () => {
    const { act, shelf, server } = await openShelf()
    const detector = held()
    server.answer('/detector.onnx', detector.answer)
    const first = act('fetch')
    const second = act('fetch')
    await detector.asked
    await expect.poll(() => fetchedOf(shelf)).toBe(10_000)
    detector.letGo()
    const [one, other] = await Promise.all([first, second])
    expect(one).toEqual(other)
    expect(one.find(({ id }) => id === 'more')).not.toHaveProperty('fetched')
    expect(server.requests.toSorted()).toEqual(paths.toSorted())
  })

  test('is ended by the person; what has arrived stays for the next time', async () => {
    const { act, server, shelf, events } = await openShelf()
    const detector = held()
    server.answer('/detector.onnx', detector.answer)
    const fetching = rejectionOf(act('fetch'))
    await expect.poll(() => fetchedOf(shelf)).toBe(10_000)
    const views = await act('cancel')
    expect((await fetching).code).toBe('cancelled')
    expect(views.find(({ id }) => id === 'more')).toMatchObject({ state: 'incomplete' })
    expect(events.at(-1)).toEqual({ kind: 'packs-changed' })
    server.answer('/detector.onnx', whole)
    expect((await act('fetch')).find(({ id }) => id === 'more')).toMatchObject({ state: 'ready' })
    expect(server.requests).toContain('/detector.onnx bytes=10000-')
  })

  test('ends when the app does', async () => {
    const closing = new AbortController()
    const { act, server } = await openShelf(closing.signal)
    const detector = held()
    server.answer('/detector.onnx', detector.answer)
    const fetching = rejectionOf(act('fetch'))
    await detector.asked
    closing.abort()
    expect((await fetching).code).toBe('cancelled')
  })

  test('that fails says why, and can be begun anew', async () => {
    const { act, server } = await openShelf()
    server.answer('/recogniser.onnx', status(404))
    const failure = await rejectionOf(act('fetch'))
    expect(failure.code).toBe('pack-download')
    server.answer('/recogniser.onnx', whole)
    expect((await act('fetch')).find(({ id }) => id === 'more')).toMatchObject({ state: 'ready' })
  })

  test('nothing is there to be cancelled', async () => {
    const { act } = await openShelf()
    expect(await act('cancel')).toHaveLength(2)
  })
})

describe('a pack that is there', () => {
  test('is used, hashed and removed, and the window hears of each', async () => {
    const { act, events, preferences, data } = await openShelf()
    await act('fetch')
    events.length = 0
    expect((await act('use')).find(({ active }) => active)?.id).toBe('more')
    expect(preferences.get().reading.pack).toBe('more')
    await act('verify')
    const views = await act('remove')
    expect(views.find(({ id }) => id === 'more')).toMatchObject({ state: 'absent', active: false })
    expect(preferences.get().reading.pack).toBe('auto')
    expect(await readdir(join(data, 'packs'))).not.toContain('more')
    expect(events).toEqual([{ kind: 'packs-changed' }, { kind: 'packs-changed' }, { kind: 'packs-changed' }])
  })

  test('says so when a file is not what it should be', async () => {
    const { act, data } = await openShelf()
    await act('fetch')
    await writeFile(join(data, 'packs/more/detector.onnx'), Buffer.alloc(madeUpFiles['detector.onnx'].length))
    expect((await rejectionOf(act('verify'))).code).toBe('pack-damaged')
    expect((await rejectionOf(act('use'))).code).toBe('pack-damaged')
    await rm(join(data, 'packs/more/detector.onnx'))
    expect((await rejectionOf(act('verify'))).code).toBe('pack-missing')
  })

  test('that came with the app stays, and one that does not exist is none', async () => {
    const { act } = await openShelf()
    expect((await rejectionOf(act('remove', 'little'))).code).toBe('usage')
    expect((await rejectionOf(act('use', 'nobody'))).code).toBe('pack-unknown')
  })
})
