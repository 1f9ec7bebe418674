import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Reading } from '../../../main/engine/protocol/reading.ts'
import type { JobResult } from '../../../main/jobs/job.ts'
import { layOut } from '../../../main/layout/layout.ts'
import type { TaskResult } from '../../../main/tasks/result.ts'
import type { Parsed } from '../../../preload/contract/contract.ts'
import type { TableFormat } from '../../../preload/contract/library.ts'
import { caller, type Home, openHome, openHouse, reading, refusalOf, samples } from './home.ts'
import { unzip } from './library/unzip.ts'

const receipt = join(samples, 'receipt.png')

let kept: JobResult & { readonly body: Reading }

/** Read once by the engine: what follows is about what is made of it. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-reading-'))
  const { engine, packs, close } = openHouse(folder)
  const { manifest, folder: place } = await packs.active()
  const body = await engine.read(await readFile(receipt), { pack: { manifest, folder: place } })
  await close()
  await rm(folder, { recursive: true })
  kept = { kind: 'reading', text: layOut(body, 'paragraphs'), body, usage: { milliseconds: body.milliseconds.total } }
})

/** A home in which the receipt was read: entry 1. */
async function openRead(): Promise<Home> {
  const home = await openHome()
  await home.jobs.add({ subjects: [{ token: await home.take(receipt) }], ask: reading }, caller)
  const { work } = home.archive.queue
  work.take({ lane: 'device', busy: [] })
  work.finish(1, kept)
  return home
}

const boxes: TaskResult = {
  kind: 'boxes',
  text: '| label |',
  notices: [],
  prose: '',
  detections: [
    { label: 'total', box: { x0: 10, y0: 20, x1: 110, y1: 40 } },
    { label: 'logo', box: { x0: 0, y0: 0, x1: 50, y1: 20 } }
  ]
}

const tables: TaskResult = {
  kind: 'tables',
  text: '| a | b |',
  notices: [],
  prose: '',
  tables: [{ header: ['a', 'b'], rows: [['1', '2']] }]
}

/** An entry with an answer, as a model would have given it; answers its number. */
async function addAnswer({ archive }: Home, answer: TaskResult, parameters: object = {}): Promise<number> {
  const picture = await archive.keep({ bytes: await readFile(receipt) })
  const { id } = archive.queue.add({
    picture,
    name: 'receipt.png',
    source: 'file',
    task: 'detect',
    engine: 'modelscope',
    model: 'some/model',
    parameters: { ...parameters }
  })
  const { work } = archive.queue
  work.take({ lane: 'vision', busy: [] })
  const usage = { calls: 1, promptTokens: 7, estimatedTokens: 5 }
  work.finish(id, { kind: answer.kind, text: answer.text, body: answer, usage })
  return id
}

test('entries are found by their words, as plain data', async () => {
  const { library } = await openRead()
  const page = await library.find({ words: '乌龙' }, caller)
  expect(structuredClone(page)).toEqual(page)
  expect(page.hits).toMatchObject([{ entry: { id: 1, name: 'receipt.png', kind: 'reading', state: 'done' } }])
  const [hit] = page.hits
  const [[start, end] = [0, 0]] = hit?.snippet?.ranges ?? []
  expect(hit?.snippet?.text.slice(start, end)).toBe('乌龙')
  expect(hit?.entry).not.toHaveProperty('origin')
})

test('who types on ends their search; other lists are not disturbed', async () => {
  const { library } = await openRead()
  const outcomes = await Promise.allSettled([
    library.find({ words: '乌' }, caller),
    library.find({ words: '乌龙' }, caller),
    library.find({ words: '乌龙', filters: { tasks: ['read'] } }, caller),
    library.find({ filters: { states: ['done'] } }, caller),
    library.find({ words: '乌龙' }, { contents: 2 })
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...Array<string>(4).fill('fulfilled')])
})

describe('an entry', () => {
  test('has its text in every layout, its lines in place, and what was asked', async () => {
    const { library, archive } = await openRead()
    const entry = await library.entry({ id: 1 }, caller)
    expect(structuredClone(entry)).toEqual(entry)
    expect(entry).toMatchObject({
      layout: 'paragraphs',
      isEdited: false,
      origin: receipt,
      turn: 0,
      ask: { task: 'read', engine: 'device' },
      siblings: []
    })
    expect(entry.text).toBe(archive.library.entries.get(1).result?.text)
    expect(entry.lines.length).toBeGreaterThan(5)
    expect(entry.usage?.milliseconds).toBeGreaterThan(0)
    const single = await library.entry({ id: 1, layout: 'single' }, caller)
    expect(single.text).not.toContain('\n')
    expect(single.layout).toBe('single')
    const html = await library.entry({ id: 1, table: 'html' }, caller)
    expect(html.text).toMatch(/^<table>/)
    expect(html.layout).toBe('table')
  })

  test('tells what is doubtful about a picture that was read, or about an answer', async () => {
    const home = await openRead()
    const { library, archive } = home
    const noticesOf = async (id: number): Promise<unknown> => (await library.entry({ id }, caller)).notices
    expect(await noticesOf(1)).toEqual([])
    const notices = [{ message: 'The answer was cut off.' }]
    expect(await noticesOf(await addAnswer(home, { ...boxes, notices }))).toEqual(notices)
    const { work } = archive.queue
    await home.jobs.add({ subjects: [{ token: await home.take(receipt) }], ask: reading, again: true }, caller)
    const taken = work.take({ lane: 'device', busy: [] })
    work.finish(taken?.id ?? 0, { ...kept, body: { ...kept.body, partial: true } })
    expect(await noticesOf(taken?.id ?? 0)).toMatchObject([{ saying: { name: 'picture.partial' } }])
  })

  test('shows where words stand in the picture', async () => {
    const { library } = await openRead()
    const { found, lines } = await library.entry({ id: 1, words: '乌龙' }, caller)
    expect(found).toHaveLength(1)
    const line = lines.find(({ text }) => text.includes('乌龙'))
    const [place] = found
    expect(place?.[0][0]).toBeGreaterThanOrEqual((line?.quad[0][0] ?? Infinity) - 1)
    expect(place?.[1][0]).toBeLessThanOrEqual((line?.quad[1][0] ?? -Infinity) + 1)
    expect((await library.entry({ id: 1, words: ' ' }, caller)).found).toEqual([])
  })

  test('of a model has its answer, as data and as every kind of table', async () => {
    const home = await openRead()
    const { library } = home
    const id = await addAnswer(home, tables, { question: 'Which?', categories: ['cup'] })
    expect(await library.entry({ id }, caller)).toMatchObject({
      answer: tables,
      text: '| a | b |',
      layout: undefined,
      lines: [],
      question: 'Which?',
      categories: ['cup'],
      ask: { task: 'detect', engine: 'modelscope', model: 'some/model', options: { question: 'Which?' } },
      usage: { calls: 1, promptTokens: 7, estimatedTokens: 5 },
      siblings: [1]
    })
    const texts = { tsv: 'a\tb\n1\t2', csv: 'a,b\r\n1,2', markdown: '| a | b |\n| --- | --- |\n| 1 | 2 |' }
    const written = async (table: TableFormat): Promise<string> => (await library.entry({ id, table }, caller)).text
    expect({ tsv: await written('tsv'), csv: await written('csv'), markdown: await written('markdown') }).toEqual(texts)
  })

  test('keeps the version of a person, and goes back to what was read', async () => {
    const { library, changes } = await openRead()
    const before = await library.entry({ id: 1 }, caller)
    await library.change({ ids: [1], change: { kind: 'edit', text: 'mine' } }, caller)
    expect(await library.entry({ id: 1, layout: 'code' }, caller)).toMatchObject({
      text: 'mine',
      isEdited: true,
      layout: undefined
    })
    expect(changes()).toBe(1)
    await library.change({ ids: [1], change: { kind: 'edit' } }, caller)
    expect((await library.entry({ id: 1 }, caller)).text).toBe(before.text)
  })

  test('that waits has no text, and says why it waits', async () => {
    const { library, jobs, workOff, take } = await openHome()
    const ask = { task: 'describe', engine: 'modelscope', options: {} } as const
    await jobs.add({ subjects: [{ token: await take(receipt) }], ask }, caller)
    await workOff()
    expect(await library.entry({ id: 1 }, caller)).toMatchObject({ text: '', state: 'waiting', reason: 'needs-key' })
  })
})

describe('a change', () => {
  test('stars, deletes and brings back', async () => {
    const home = await openRead()
    const { library, archive } = home
    const second = await addAnswer(home, boxes)
    const ids = [1, second]
    expect(await library.change({ ids, change: { kind: 'star', starred: true } }, caller)).toEqual({ count: 2 })
    expect((await library.find({ filters: { starred: true } }, caller)).hits).toHaveLength(2)
    await library.change({ ids, change: { kind: 'delete' } }, caller)
    expect((await library.find({}, caller)).hits).toEqual([])
    await library.change({ ids: [1], change: { kind: 'restore' } }, caller)
    expect((await library.find({}, caller)).hits.map(({ entry }) => entry.id)).toEqual([1])
    await library.change({ ids: [1], change: { kind: 'star', starred: false } }, caller)
    expect(archive.library.entries.get(1).starred).toBe(false)
  })

  test.each<[Parsed<'library', 'change'>, string]>([
    [{ ids: [77], change: { kind: 'star', starred: true } }, 'library-entry-missing'],
    [{ ids: [77], change: { kind: 'edit', text: 'x' } }, 'library-entry-missing'],
    [{ ids: [1, 77], change: { kind: 'edit', text: 'x' } }, 'usage']
  ])('refuses %j', async (wish, code) => {
    const { library } = await openHome()
    const failure = await refusalOf(() => library.change(wish, caller))
    expect(failure).toMatchObject({ code, advice: expect.stringMatching(/\.$/) })
  })
})

describe('an export', () => {
  const formats = ['markdown', 'txt', 'jsonl', 'csv', 'pdf'] as const

  test.each(formats)('as %s goes where the person says, whole', async (format) => {
    const { library, dialogs, folder } = await openRead()
    dialogs.where = join(folder, `out.${format}`)
    expect(await library.export({ format }, caller)).toEqual({ kind: 'saved', name: `out.${format}`, missing: 0 })
    expect(dialogs.proposed).toMatch(/^glyphlens-\d{4}-\d{2}-\d{2}\.\w+$/)
    expect((await stat(dialogs.where)).size).toBeGreaterThan(100)
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('of one entry is named after it; a closed dialog writes nothing', async () => {
    const { library, dialogs, folder } = await openRead()
    expect(await library.export({ ids: [1], format: 'markdown' }, caller)).toEqual({ kind: 'cancelled' })
    expect(dialogs.proposed).toBe('receipt.md')
    expect(await readdir(folder)).toEqual(['home'])
  })

  test.each([
    [
      'yolo',
      ['images/receipt.png', 'images/receipt-2.png', 'classes.txt', 'labels/receipt.txt', 'labels/receipt-2.txt']
    ],
    ['coco', ['images/receipt.png', 'images/receipt-2.png', 'annotations.json']],
    ['labelme', ['receipt.png', 'receipt-2.png', 'receipt.json', 'receipt-2.json']]
  ] as const)('as %s has labels and pictures', async (format, names) => {
    const home = await openRead()
    const { library, dialogs, folder } = home
    const ids = [
      1,
      await addAnswer(home, boxes, { categories: ['cup'] }),
      await addAnswer(home, boxes, { question: 'Again?' })
    ]
    dialogs.where = join(folder, 'out.zip')
    expect(await library.export({ ids, format }, caller)).toEqual({ kind: 'saved', name: 'out.zip', missing: 0 })
    const files = await unzip(dialogs.where)
    expect([...files.keys()]).toEqual(names)
    expect(files.get(names[0])).toEqual(await readFile(receipt))
    expect(files.get('classes.txt')?.toString() ?? 'cup\ntotal\nlogo\n').toBe('cup\ntotal\nlogo\n')
  })

  test('as pictures with places drawn: one as PNG, several as ZIP', async () => {
    const home = await openRead()
    const { library, dialogs, folder } = home
    const second = await addAnswer(home, boxes)
    dialogs.where = join(folder, 'one.png')
    await library.export({ ids: [1], format: 'annotated' }, caller)
    expect(dialogs.proposed).toBe('receipt.png')
    const { width, height } = await sharp(receipt).metadata()
    expect(await sharp(dialogs.where).metadata()).toMatchObject({ format: 'png', width, height })
    dialogs.where = join(folder, 'two.zip')
    await library.export({ ids: [1, second], format: 'annotated' }, caller)
    expect([...(await unzip(dialogs.where)).keys()]).toEqual(['receipt.png.boxes.png', 'receipt-2.png.boxes.png'])
  })

  test('goes on without pictures that are gone, and says how many', async () => {
    const home = await openRead()
    const { library, archive, dialogs, folder } = home
    await addAnswer(home, boxes)
    await rm(archive.library.pictures.path(archive.library.entries.get(1).picture.id))
    dialogs.where = join(folder, 'out.zip')
    expect(await library.export({ format: 'zip' }, caller)).toMatchObject({ kind: 'saved', missing: 1 })
    const failure = await refusalOf(() => library.export({ format: 'coco' }, caller))
    expect(failure).toMatchObject({ code: 'usage' })
  })

  test('that fails leaves the former file as it was', async () => {
    const { library, dialogs, folder } = await openRead()
    await writeFile(join(folder, 'former.zip'), 'former')
    dialogs.where = join(folder, 'former.zip')
    expect(await refusalOf(() => library.export({ ids: [1], format: 'coco' }, caller))).toMatchObject({
      code: 'usage',
      advice: expect.any(String)
    })
    expect(await readFile(dialogs.where, 'utf8')).toBe('former')
    dialogs.where = join(folder, 'not/there.md')
    expect(await refusalOf(() => library.export({ format: 'markdown' }, caller))).toMatchObject({ code: 'disk' })
    expect(await refusalOf(() => library.export({ ids: [99], format: 'markdown' }, caller))).toMatchObject({
      code: 'library-entry-missing'
    })
  })
})

describe('care', () => {
  test('tells how much there is, and finds what is wrong', async () => {
    const { library, archive } = await openRead()
    expect(await library.care({ action: 'stats' }, caller)).toMatchObject({
      kind: 'stats',
      stats: { entries: 1, starred: 0, pictures: 1, folder: archive.store.places.folder }
    })
    const check = { action: 'check', thorough: true, mend: false } as const
    expect(await library.care(check, caller)).toEqual({ kind: 'check', sentences: [], sound: true })
    await rm(archive.library.pictures.path(archive.library.entries.get(1).picture.id))
    expect(await library.care(check, caller)).toMatchObject({
      kind: 'check',
      sound: false,
      sentences: [{ message: '1 picture is missing: somebody has deleted the file.' }]
    })
  })

  test('brings entries to another library', async () => {
    const first = await openRead()
    first.dialogs.where = join(first.folder, 'all.zip')
    await first.library.export({ format: 'zip' }, caller)
    const second = await openHome()
    expect(await second.library.care({ action: 'import' }, caller)).toEqual({ kind: 'cancelled' })
    second.dialogs.which = first.dialogs.where
    expect(await second.library.care({ action: 'import' }, caller)).toEqual({
      kind: 'import',
      added: 1,
      known: 0,
      refused: 0
    })
    expect((await second.library.find({ words: '乌龙' }, caller)).hits).toHaveLength(1)
    expect(second.changes()).toBe(1)
    second.dialogs.which = receipt
    expect(await refusalOf(() => second.library.care({ action: 'import' }, caller))).toMatchObject({
      code: 'library-import',
      advice: expect.any(String)
    })
  })

  test('shows what would go by rules, and deletes that for good', async () => {
    const { library, changes } = await openRead()
    const rules = { entries: 1 }
    expect(await library.care({ action: 'plan', rules }, caller)).toEqual({ kind: 'plan', entries: 0, bytes: 0 })
    const today = { since: Date.now() - 60_000, sources: ['file' as const] }
    const { size } = await stat(receipt)
    expect(await library.care({ action: 'plan', rules: today }, caller)).toEqual({
      kind: 'plan',
      entries: 1,
      bytes: size
    })
    expect(await library.care({ action: 'prune', rules: today }, caller)).toEqual({ kind: 'prune', entries: 1 })
    expect(changes()).toBe(1)
    expect((await library.find({}, caller)).hits).toEqual([])
  })

  test('makes a backup now', async () => {
    const { library } = await openRead()
    const report = await library.care({ action: 'backup' }, caller)
    expect((await stat(report.kind === 'backup' ? report.file : '')).size).toBeGreaterThan(10_000)
  })

  test('watches folders, and nothing else', async () => {
    const { library, folder, take } = await openHome()
    await mkdir(join(folder, 'in'))
    const wish = { action: 'watch', token: await take(receipt), ask: reading } as const
    expect(await refusalOf(() => library.care(wish, caller))).toMatchObject({ code: 'usage' })
    const token = await take(join(folder, 'in'))
    expect(await library.care({ ...wish, token }, caller)).toEqual({ kind: 'watch', batch: 1 })
  })
})
