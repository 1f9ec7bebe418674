import { describe, expect, test } from 'vitest'
import type { LibrarySearch } from '../../../../main/library/search/query.ts'
import { openShelf, rejectionOf, type Shelf } from '../shelf.ts'

const day = 24 * 3600 * 1000

async function shelfOf(): Promise<Shelf> {
  const shelf = openShelf()
  const { clock, add } = shelf
  await add({ name: 'a.png', text: 'harbour 北京', source: 'capture', created: clock.now - 3 * day })
  await add({
    name: 'b.png',
    text: 'harbour two',
    task: 'ask',
    engine: 'modelscope',
    starred: true,
    created: clock.now - 2 * day
  })
  await add({ name: 'c.png', text: 'harbour three harbour', state: 'failed', created: clock.now - day })
  await add({
    name: 'd.png',
    kind: 'boxes',
    text: 'harbour boats',
    body: {
      kind: 'boxes',
      text: 'x',
      notices: [],
      prose: '',
      detections: [{ label: 'boat', box: { x0: 0, y0: 0, x1: 1, y1: 1 } }]
    }
  })
  await add({ name: 'harbour.png', state: 'queued' })
  return shelf
}

async function names({ library }: Shelf, search: LibrarySearch): Promise<string> {
  return (await library.search(search)).hits.map(({ entry }) => entry.name.replace('.png', '')).join(' ')
}

describe('search', () => {
  const now = 1_793_491_200_000
  const cases: [string, LibrarySearch, string][] = [
    ['everything, the newest first', {}, 'harbour d c b a'],
    ['words', { words: 'harbour' }, 'harbour d c b a'],
    [
      'by relevance: the name counts most, then repeats and first words',
      { words: 'harbour', order: 'relevance' },
      'harbour c d b a'
    ],
    ['a task', { words: 'harbour', filters: { tasks: ['ask'] } }, 'b'],
    ['a source', { filters: { sources: ['capture'] } }, 'a'],
    ['what failed', { filters: { states: ['failed'] } }, 'c'],
    ['stars', { words: 'harbour', filters: { starred: true } }, 'b'],
    ['no stars', { filters: { starred: false } }, 'harbour d c a'],
    ['boxes', { filters: { boxes: true } }, 'd'],
    ['no boxes', { words: 'harbour', filters: { boxes: false } }, 'harbour c b a'],
    ['from a day on', { words: 'harbour', filters: { from: now - 2 * day } }, 'harbour d c b'],
    ['before a day', { words: 'harbour', filters: { to: now - 2 * day } }, 'a'],
    ['a range of days', { filters: { from: now - 2 * day, to: now } }, 'c b'],
    [
      'several filters',
      { words: '京', filters: { sources: ['capture', 'file'], starred: false, states: ['done'] } },
      'a'
    ],
    ['a list of nothing', { filters: { tasks: [] } }, '']
  ]

  test.each(cases)('%s', async (_title, search, expected) => {
    expect(await names(await shelfOf(), search)).toBe(expected)
  })

  test('pages lead from one to the next, though entries come and go', async () => {
    const shelf = await shelfOf()
    for (const order of ['time', 'relevance'] as const) {
      const first = await shelf.library.search({ words: 'harbour', order, limit: 2 })
      await shelf.add({ name: 'late.png', text: 'harbour harbour harbour' })
      const second = await shelf.library.search({ words: 'harbour', order, limit: 2, cursor: first.next ?? '' })
      const third = await shelf.library.search({ words: 'harbour', order, limit: 2, cursor: second.next ?? '' })
      const all = [...first.hits, ...second.hits, ...third.hits].map(({ entry }) => entry.name)
      expect(new Set(all).size).toBe(5)
      expect(third.next).toBeUndefined()
      await shelf.library.deletion.purge(
        (await shelf.library.search({ words: 'late' })).hits.map(({ entry }) => entry.id)
      )
    }
  })

  test.each<[string, LibrarySearch]>([
    ['of everything', {}],
    ['of a filter', { filters: { starred: false } }],
    ['of words', { words: 'harbour' }],
    ['of words by relevance', { words: 'harbour', order: 'relevance' }]
  ])('a page from the middle %s', async (_title, search) => {
    const shelf = await shelfOf()
    const all = (await names(shelf, search)).split(' ')
    for (const [skip] of all.entries()) {
      expect(await names(shelf, { ...search, skip, limit: 2 })).toBe(all.slice(skip, skip + 2).join(' '))
    }
    const first = await shelf.library.search({ ...search, limit: 1 })
    expect(await names(shelf, { ...search, cursor: first.next ?? '', skip: 1, limit: 1 })).toBe(all[2])
    expect(await shelf.library.search({ ...search, skip: all.length })).toEqual({ hits: [] })
  })

  test.each<[string, LibrarySearch]>([
    ['of all', {}],
    ['of words', { words: 'harbour' }],
    ['by relevance', { words: 'harbour', order: 'relevance' }],
    ['behind some', { words: 'harbour', order: 'relevance', skip: 2 }],
    ['behind all', { skip: 5 }],
    ['that pass a filter', { filters: { boxes: false }, skip: 1 }]
  ])('numbers alone stand as the hits do: %s', async (_title, search) => {
    const { library } = await shelfOf()
    const ids = (await library.search(search)).hits.map(({ entry }) => entry.id)
    expect(await library.search({ ...search, ids: 100_000 })).toEqual({ hits: [], ids })
    expect((await library.search({ ...search, ids: 2 })).ids).toEqual(ids.slice(0, 2))
  })

  test('all hits are counted where nothing has to be looked for', async () => {
    const { library, hide } = await shelfOf()
    expect((await library.search({ limit: 1, total: true })).total).toBe(5)
    hide([1])
    expect((await library.search({ limit: 1, total: true })).total).toBe(4)
    hide([1], false)
    expect((await library.search({ filters: { starred: true }, total: true })).total).toBe(1)
    expect((await library.search({ filters: { boxes: false }, total: true })).total).toBe(4)
    expect((await library.search({ filters: { tasks: [] }, total: true })).total).toBe(0)
    expect((await library.search({ words: 'harbour', total: true })).total).toBeUndefined()
    expect((await library.search({})).total).toBeUndefined()
  })

  test('a later search ends an earlier one', async () => {
    const { library } = await shelfOf()
    await library.search({ words: 'harbour' })
    const [first, second] = await Promise.allSettled([
      library.search({ words: 'two' }),
      library.search({ words: 'three' })
    ])
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
    expect(first.status === 'rejected' && (first.reason as { code: string }).code).toBe('cancelled')
  })

  test('what does not fit is told', async () => {
    const { library } = openShelf()
    const searches: LibrarySearch[] = [
      { words: 'x'.repeat(1001) },
      { limit: 0 },
      { limit: 201 },
      { cursor: 'made up' },
      { filters: { picture: 'short' } }
    ]
    for (const search of searches) expect((await rejectionOf(library.search(search))).code).toBe('usage')
  })

  test('an index of nothing finds nothing', async () => {
    const { library } = openShelf()
    expect(await library.search({ words: 'harbour' })).toEqual({ hits: [] })
    expect(await library.search({})).toEqual({ hits: [] })
  })

  test('can be closed and asked no more', async () => {
    const { library } = await shelfOf()
    const asked = library.search({ words: 'harbour', filters: { starred: false } })
    await library.close()
    const [outcome] = await Promise.allSettled([asked])
    expect(['fulfilled', 'rejected']).toContain(outcome.status)
  })
})

describe('snippets', () => {
  const texts: [string, string, string, string][] = [
    [
      'in the middle of a long text',
      `${'far away '.repeat(60)}the invoice of March ${'and so on '.repeat(60)}`,
      'INVOICE',
      'invoice'
    ],
    ['over a line end in Chinese', '第一行北\n京第二行', '北京', '北 京'],
    ['with accents and full width', 'Le ｃａｆé est là', 'cafe', 'ｃａｆé'],
    ['behind characters of two units', '👍👍👍 𠮷野家 ok', '野家', '野家'],
    ['a phrase', 'one two   three', '"two three"', 'two   three']
  ]

  test.each(texts)('%s', async (_title, text, words, marked) => {
    const { library, add } = openShelf()
    await add({ text })
    const [hit] = (await library.search({ words })).hits
    expect(hit?.snippet?.field).toBe('text')
    expect(hit?.snippet?.ranges.map(([start, end]) => hit.snippet?.text.slice(start, end))).toEqual([marked])
    expect(hit?.snippet?.text.length).toBeLessThanOrEqual(161)
  })

  test('show the field that holds most of the words', async () => {
    const { library, add } = openShelf()
    await add({ name: 'red boat.png', text: 'a boat', parameters: { question: 'which colour has the boat' } })
    const fields = async (words: string) => (await library.search({ words })).hits.map(({ snippet }) => snippet?.field)
    expect(await fields('boat')).toEqual(['text'])
    expect(await fields('colour boat')).toEqual(['question'])
    expect(await fields('red')).toEqual(['name'])
  })
})
