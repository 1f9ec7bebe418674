import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { appOrigin } from '../../../main/policy/address.ts'
import type { Ask, Subject } from '../../../preload/contract/ask.ts'
import type { Parsed } from '../../../preload/contract/contract.ts'
import { useVisionServer } from '../../fakes/vision-server/in-tests.ts'
import { makePdf, textLine } from '../../fixtures/documents/pdf.ts'
import { distinctPicture } from '../cli/batch/home.ts'
import { asking, caller, type Home, openHome, reading, refusalOf, samples } from './home.ts'

const server = useVisionServer()
const receipt = join(samples, 'receipt.png')
const question: Ask = {
  task: 'ask',
  engine: 'modelscope',
  options: { question: 'What is the total?' },
  localText: false
}

/** A home whose provider is the server of the tests. */
async function openAsking(scenario = 'ok'): Promise<Home> {
  const home = await openHome({ MODELSCOPE_API_KEY: server().key })
  await home.house.preferences.set({ vision: { providers: { modelscope: { baseUrl: server().url(scenario) } } } })
  return home
}

/** Pictures that show the same and have different bytes. */
async function makePictures(folder: string, count: number): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const paths = Array.from({ length: count }, (_, index) => join(folder, `${index + 1}.png`))
  for (const path of paths) await writeFile(path, await distinctPicture(path))
  return paths
}

function pdf(...texts: readonly string[]): Buffer {
  return makePdf({ pages: texts.map((text) => ({ content: textLine(text) })) })
}

/** Three readings that wait for their turn. */
async function openQueue(): Promise<Home> {
  const home = await openHome()
  const paths = await makePictures(join(home.folder, 'many'), 3)
  for (const path of paths) {
    await home.jobs.add({ subjects: [{ token: await home.take(path) }], ask: reading }, caller)
  }
  return home
}

describe('adding', () => {
  test('one picture: a person waits for it, and finds its text', async () => {
    const { jobs, archive, workOff, take } = await openHome()
    const added = await jobs.add({ subjects: [{ token: await take(receipt) }], ask: reading }, caller)
    expect(added).toEqual({ entries: [1], known: [] })
    expect(archive.queue.get(1)).toMatchObject({ priority: 0, source: 'file', origin: receipt, name: 'receipt.png' })
    await workOff()
    expect(archive.library.entries.get(1).result?.text).toContain('乌龙')
  })

  test('the same again offers the old answer, and asks anew on wish', async () => {
    const { jobs, archive, take } = await openHome()
    const subjects = [{ token: await take(receipt) }]
    await jobs.add({ subjects, ask: reading }, caller)
    expect(await jobs.add({ subjects, ask: reading }, caller)).toEqual({ entries: [], known: [1] })
    expect(await jobs.add({ subjects, ask: reading, again: true }, caller)).toEqual({ entries: [2], known: [] })
    expect(archive.queue.list()).toHaveLength(2)
  })

  test('what a batch asked before goes to the front when a person asks it, too', async () => {
    const { jobs, archive, folder, listed, take } = await openHome()
    const paths = await makePictures(join(folder, 'many'), 2)
    const { batch } = await jobs.add({ subjects: [{ token: await take(join(folder, 'many')) }], ask: reading }, caller)
    await listed(batch)
    expect(await jobs.add({ subjects: [{ token: await take(paths[1] ?? '') }], ask: reading }, caller)).toMatchObject({
      known: [2]
    })
    expect(archive.queue.list().map(({ id }) => id)).toEqual([2, 1])
  })

  test('the picture of an entry is asked about again', async () => {
    const { jobs, archive, workOff, take } = await openAsking()
    await jobs.add({ subjects: [{ token: await take(receipt) }], ask: reading }, caller)
    const added = await jobs.add({ subjects: [{ entry: 1 }], ask: asking(question) }, caller)
    expect(added).toEqual({ entries: [2], known: [] })
    await workOff()
    const { engine, model, parameters, result } = archive.library.entries.get(2)
    expect({ engine, parameters, kind: result?.kind }).toEqual({
      engine: 'modelscope',
      parameters: { question: 'What is the total?', localText: false },
      kind: 'text'
    })
    expect(model).toMatch(/VL/i)
    expect(server().log()).toHaveLength(1)
    expect(server().red()).toEqual([])
  })

  test('several things are one batch, without what is known', async () => {
    const { jobs, archive, folder, listed, take, intake } = await openHome()
    const [first = '', second = ''] = await makePictures(join(folder, 'in/deep'), 2)
    await writeFile(join(folder, 'in/scan.pdf'), pdf('one', 'two'))
    await writeFile(join(folder, 'three.pdf'), pdf('three', 'four', 'five'))
    const known = await jobs.add({ subjects: [{ token: await take(receipt) }], ask: reading }, caller)
    const pasted = await intake.bytes(await distinctPicture('pasted'), 'clipboard.png', 'paste')
    const subjects: Subject[] = [
      { token: await take(receipt) },
      { token: await take(first) },
      { token: pasted.kind === 'picture' ? pasted.token : '' },
      { token: await take(join(folder, 'three.pdf')), pages: '2-' },
      { token: await take(join(folder, 'in')) }
    ]
    const added = await jobs.add({ subjects, ask: reading }, caller)
    expect(added).toEqual({ entries: [], batch: 1, known: known.entries })
    await listed(added.batch)
    const { batches } = archive.queue
    expect(batches.get(1)).toMatchObject({ title: '1.png + 3', paused: false })
    expect(batches.listed(1)).toBe(true)
    const taken = archive.queue.list({ batch: 1 }).map(({ name, page, source }) => [name, page, source])
    expect(taken).toEqual([
      ['1.png', undefined, 'file'],
      ['clipboard.png', undefined, 'paste'],
      ['three.pdf', 2, 'document'],
      ['three.pdf', 3, 'document'],
      ['2.png', undefined, 'folder'],
      ['scan.pdf', 1, 'document'],
      ['scan.pdf', 2, 'document']
    ])
    expect(archive.queue.list({ batch: 1 }).at(4)?.origin).toBe(second)
  })

  test('nothing is begun when all of it is known', async () => {
    const { jobs, archive, folder, listed, take } = await openHome()
    const paths = await makePictures(join(folder, 'two'), 2)
    const subjects = [{ token: await take(paths[0] ?? '') }, { token: await take(paths[1] ?? '') }]
    const { batch } = await jobs.add({ subjects, ask: reading }, caller)
    await listed(batch)
    expect(await jobs.add({ subjects, ask: reading }, caller)).toEqual({ entries: [], known: [1, 2] })
    const anew = await jobs.add({ subjects, ask: reading, again: true, title: ' Once more ' }, caller)
    await listed(anew.batch)
    expect(archive.queue.batches.get(2)).toMatchObject({ title: 'Once more' })
    expect(archive.queue.list({ batch: 2 })).toHaveLength(2)
  })

  test('without a key it waits, and says so', async () => {
    const { jobs, archive, workOff, take } = await openHome()
    await jobs.add({ subjects: [{ token: await take(receipt) }], ask: asking(question) }, caller)
    await workOff()
    expect(archive.queue.get(1)).toMatchObject({ state: 'waiting', reason: 'needs-key' })
  })

  test.each<[string, Ask, Subject, string]>([
    ['a token that nobody gave', { task: 'read', engine: 'device' }, { token: '0'.repeat(32) }, 'picture-missing'],
    ['an entry that is not there', { task: 'read', engine: 'device' }, { entry: 99 }, 'library-entry-missing'],
    ['asking without a question', { ...question, options: {} }, { entry: 1 }, 'usage'],
    ['asking this machine', { ...question, engine: 'device' }, { entry: 1 }, 'usage'],
    ['a provider that nobody knows', { ...question, engine: 'nobody' }, { entry: 1 }, 'usage'],
    ['a provider without an address', { ...question, engine: 'custom', model: 'm' }, { entry: 1 }, 'vision-address'],
    ['a provider without a model', { ...question, engine: 'custom' }, { entry: 1 }, 'usage'],
    ['a custom task without a definition', { task: 'custom', engine: 'modelscope' }, { entry: 1 }, 'usage'],
    ['a language that does not exist', { ...question, options: { question: '?', target: '§' } }, { entry: 1 }, 'usage']
  ])('refuses %s', async (_what, wish, subject, code) => {
    const { jobs, archive, take } = await openHome()
    await jobs.add({ subjects: [{ token: await take(receipt) }], ask: reading }, caller)
    const failure = await refusalOf(() => jobs.add({ subjects: [subject], ask: asking(wish) }, caller))
    expect(failure).toMatchObject({ code, advice: expect.stringMatching(/\.$/) })
    expect(archive.queue.list()).toHaveLength(1)
  })

  test.each([
    ['9', 'picture-missing'],
    ['3-1', 'usage']
  ])('refuses the pages %s of a document', async (pages, code) => {
    const { jobs, archive, folder, take } = await openHome()
    await writeFile(join(folder, 'a.pdf'), pdf('one'))
    const subjects = [{ token: await take(join(folder, 'a.pdf')), pages }]
    expect(await refusalOf(() => jobs.add({ subjects, ask: reading }, caller))).toMatchObject({
      code
    })
    expect(archive.queue.batches.list()).toEqual([])
  })

  test('a picture whose file has gone is refused, alone and in a batch', async () => {
    const { jobs, archive, listed, intake } = await openHome()
    const first = await intake.bytes(await distinctPicture('first'), 'first.png', 'paste')
    const second = await intake.bytes(await distinctPicture('second'), 'second.png', 'paste')
    if (first.kind !== 'picture' || second.kind !== 'picture') throw new Error('not taken')
    await rm(archive.library.pictures.path(first.picture.id))
    const one = { subjects: [{ token: first.token }], ask: reading }
    expect(await refusalOf(() => jobs.add(one, caller))).toMatchObject({ code: 'library-picture-missing' })
    const subjects = [{ token: first.token }, { token: second.token }]
    const { batch } = await jobs.add({ subjects, ask: reading }, caller)
    await listed(batch)
    const status = await jobs.status({ batch: batch ?? 0 }, caller)
    expect(status.batches).toMatchObject([{ refused: 1, states: { queued: 1 }, listed: true }])
    expect(status.refusals).toMatchObject([{ path: 'first.png', problem: { code: 'library-picture-missing' } }])
  })
})

describe('a preview', () => {
  test('of reading here says that nothing leaves this machine', async () => {
    const { jobs, take } = await openHome()
    const preview = await jobs.preview({ subject: { token: await take(receipt) }, ask: reading }, caller)
    expect(preview).toMatchObject({ host: '', isLoopback: true, calls: 0, bytes: 0, tokens: 0, shots: [] })
  })

  test('shows each picture as it will be sent, and sends none', async () => {
    const { jobs, sent, take } = await openAsking()
    const wish = asking({ ...question, localText: true })
    const preview = await jobs.preview({ subject: { token: await take(receipt) }, ask: wish }, caller)
    expect(preview).toMatchObject({
      provider: 'modelscope',
      host: new URL(server().origin).host,
      isLoopback: true,
      calls: 1,
      localText: true
    })
    expect(preview.tokens).toBeGreaterThan(100)
    const [shot] = preview.shots
    const picture = sent.get(shot?.address.replace(`${appOrigin}/sent/`, '') ?? '')
    expect(picture).toMatchObject({ type: `image/${shot?.format}` })
    expect(picture?.bytes.byteLength).toBe(shot?.bytes)
    expect(preview.bytes).toBe(shot?.bytes)
    expect(server().log()).toEqual([])
  })

  test('tells what remains of the quota', async () => {
    const { jobs, workOff, take } = await openAsking('ok')
    const subject = { token: await take(receipt) }
    const before = await jobs.preview({ subject, ask: asking(question) }, caller)
    await jobs.add({ subjects: [subject], ask: asking(question) }, caller)
    await workOff()
    const after = await jobs.preview({ subject, ask: asking(question) }, caller)
    expect(after.remaining).toBeLessThan(before.remaining ?? 0)
    expect(after.renewed).toBeGreaterThan(Date.now())
  })

  test.each([
    ['a document', 'three.pdf', undefined, 3],
    ['some of its pages', 'three.pdf', '2-', 2],
    ['a folder, past what is damaged', 'in', undefined, 4]
  ])('of %s is an estimate', async (_what, name, pages, count) => {
    const { jobs, folder, take } = await openAsking()
    await makePictures(join(folder, 'in'), 3)
    await writeFile(join(folder, 'in/0.png'), 'no picture')
    await writeFile(join(folder, 'three.pdf'), pdf('one', 'two', 'three'))
    const subject = { token: await take(join(folder, name)), pages }
    const preview = await jobs.preview({ subject, ask: asking(question) }, caller)
    expect(preview).toMatchObject({ calls: count, shots: [expect.anything()] })
    expect(preview.bytes).toBe(count * (preview.shots[0]?.bytes ?? 0))
    expect(preview.notices.map(({ message }) => message).join()).toContain(`${count} pictures`)
  })

  test('says what stands in the way: a key, a folder without pictures', async () => {
    const { jobs, folder, take } = await openHome()
    const receiptToken = await take(receipt)
    const keyless = await refusalOf(() =>
      jobs.preview({ subject: { token: receiptToken }, ask: asking(question) }, caller)
    )
    expect(keyless).toMatchObject({ code: 'vision-key-missing', advice: expect.any(String) })
    await mkdir(join(folder, 'empty'))
    const token = await take(join(folder, 'empty'))
    const empty = await refusalOf(() => jobs.preview({ subject: { token }, ask: asking(question) }, caller))
    expect(empty).toMatchObject({ code: 'picture-missing' })
  })

  test('ends the one before it', async () => {
    const { jobs, take } = await openAsking()
    const subject = { token: await take(receipt) }
    const outcomes = await Promise.allSettled([
      jobs.preview({ subject, ask: asking(question) }, caller),
      jobs.preview({ subject, ask: asking(question) }, { contents: 2 }),
      jobs.preview({ subject, ask: asking(question) }, caller)
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  })
})

describe('a change', () => {
  test('cancels and queues anew', async () => {
    const { jobs, archive } = await openQueue()
    expect(await jobs.change({ which: { ids: [1, 2] }, wish: { kind: 'cancel' } }, caller)).toEqual({ count: 2 })
    expect(archive.queue.counts().states).toMatchObject({ queued: 1, cancelled: 2 })
    const which = { states: ['cancelled' as const] }
    expect(await jobs.change({ which, wish: { kind: 'retry' } }, caller)).toEqual({ count: 2 })
    expect(archive.queue.counts().states).toMatchObject({ queued: 3 })
  })

  test('pauses the queue, and a batch', async () => {
    const { jobs, archive, folder, listed, take } = await openQueue()
    await jobs.change({ which: {}, wish: { kind: 'pause' } }, caller)
    expect((await jobs.status({}, caller)).paused).toBe(true)
    await jobs.change({ which: {}, wish: { kind: 'resume' } }, caller)
    expect(archive.queue.paused()).toBe(false)
    const { batch = 0 } = await jobs.add(
      { subjects: [{ token: await take(join(folder, 'many')) }], ask: reading },
      caller
    )
    await listed(batch)
    await jobs.change({ which: { batch }, wish: { kind: 'pause' } }, caller)
    expect((await jobs.status({}, caller)).batches).toMatchObject([{ id: batch, paused: true }])
    await jobs.change({ which: { batch }, wish: { kind: 'resume' } }, caller)
    expect(archive.queue.batches.get(batch)?.paused).toBe(false)
  })

  test('moves to a model, where reading is another task, and back', async () => {
    const { jobs, archive } = await openQueue()
    const wish = { kind: 'move', engine: 'modelscope', model: 'some/model' } as const
    expect(await jobs.change({ which: {}, wish }, caller)).toEqual({ count: 3 })
    expect(archive.queue.get(1)).toMatchObject({ engine: 'modelscope', model: 'some/model', task: 'ocr' })
    await jobs.change({ which: { ids: [1] }, wish: { kind: 'move', engine: 'device' } }, caller)
    expect(archive.queue.get(1)).toMatchObject({ engine: 'device', model: undefined, task: 'read' })
  })

  test('puts jobs before another one, and to the front', async () => {
    const { jobs, archive } = await openQueue()
    const order = (): number[] => archive.queue.list().map(({ id }) => id)
    await jobs.change({ which: { ids: [3] }, wish: { kind: 'reorder', before: 2 } }, caller)
    expect(order()).toEqual([1, 3, 2])
    await jobs.change({ which: { ids: [3, 2] }, wish: { kind: 'reorder' } }, caller)
    expect(order()).toEqual([3, 2, 1])
  })

  test('resolves what may have been answered', async () => {
    const { jobs, archive, workOff, take } = await openAsking('reset')
    await jobs.add({ subjects: [{ token: await take(receipt) }], ask: asking(question) }, caller)
    await workOff()
    expect(archive.queue.get(1)?.state).toBe('unsure')
    const give: Parsed<'jobs', 'change'> = { which: { ids: [1] }, wish: { kind: 'resolve', answer: 'give-up' } }
    expect(await jobs.change(give, caller)).toEqual({ count: 1 })
    expect(await jobs.change(give, caller)).toEqual({ count: 0 })
    expect(archive.queue.get(1)?.state).toBe('cancelled')
  })

  test.each<[Parsed<'jobs', 'change'>, string]>([
    [{ which: {}, wish: { kind: 'resolve', answer: 'repeat' } }, 'usage'],
    [{ which: {}, wish: { kind: 'reorder' } }, 'usage'],
    [{ which: {}, wish: { kind: 'unwatch' } }, 'usage'],
    [{ which: { batch: 7 }, wish: { kind: 'pause' } }, 'usage'],
    [{ which: { batch: 7 }, wish: { kind: 'cancel' } }, 'usage'],
    [{ which: {}, wish: { kind: 'move', engine: 'nobody' } }, 'usage'],
    [{ which: {}, wish: { kind: 'move', engine: 'device', model: 'm' } }, 'usage']
  ])('refuses %j', async (change, code) => {
    const { jobs } = await openQueue()
    const failure = await refusalOf(() => jobs.change(change, caller))
    expect(failure).toMatchObject({ code, advice: expect.stringMatching(/\.$/) })
  })
})

test('the status is plain data that crosses the bridge', async () => {
  const { jobs, take } = await openHome()
  await jobs.add({ subjects: [{ token: await take(receipt) }], ask: reading }, caller)
  const status = await jobs.status({}, caller)
  expect(structuredClone(status)).toEqual(status)
  expect(status).toMatchObject({ states: { queued: 1 }, progress: { remaining: 3 }, batches: [], refusals: [] })
})

test('a folder that was dropped is watched no more when the person says so', async () => {
  const { jobs, library, archive, folder, take, workOff } = await openHome()
  await mkdir(join(folder, 'in'))
  const report = await library.care({ action: 'watch', token: await take(join(folder, 'in')), ask: reading }, caller)
  const batch = report.kind === 'watch' ? report.batch : 0
  expect((await jobs.status({}, caller)).batches).toMatchObject([{ id: batch, title: 'in', watched: true }])
  const arrived = new Promise<void>((resolve) => {
    const stop = archive.queue.subscribe(() => {
      if (archive.queue.list().length === 0) return
      stop()
      resolve()
    })
  })
  await copyFile(receipt, join(folder, 'in/receipt.png'))
  await arrived
  await workOff()
  expect(archive.library.entries.get(1).result?.text).toContain('乌龙')
  await jobs.change({ which: { batch }, wish: { kind: 'unwatch' } }, caller)
  expect((await jobs.status({}, caller)).batches).toMatchObject([{ watched: false }])
  expect(await readFile(join(folder, 'in/receipt.png'))).toEqual(await readFile(receipt))
})
