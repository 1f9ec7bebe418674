import { expect, test } from 'vitest'
import { failureOf, openShelf, type Shelf } from './shelf.ts'

async function found({ library }: Shelf, words: string): Promise<number[]> {
  const { hits } = await library.search({ words })
  return hits.map(({ entry }) => entry.id)
}

const boxes = {
  kind: 'boxes',
  text: '- a red bicycle',
  notices: [],
  prose: '',
  detections: [{ label: 'bicycle', box: { x0: 1, y0: 2, x1: 30, y1: 40 } }]
}

test('an entry has all that was asked and answered', async () => {
  const { library, add, clock } = openShelf()
  const id = await add({
    name: 'street.jpg',
    task: 'detect',
    engine: 'modelscope',
    parameters: { task: 'detect', categories: ['vehicles'] },
    kind: 'boxes',
    text: boxes.text,
    body: boxes
  })
  library.entries.addTurn(id, { question: 'What colour?', answer: 'Red.' })
  library.entries.star(id, true)
  const entry = library.entries.get(id)
  expect(entry).toMatchObject({ name: 'street.jpg', task: 'detect', starred: true, state: 'done', kind: 'boxes' })
  expect(entry.parameters).toEqual({ task: 'detect', categories: ['vehicles'] })
  expect(entry.result?.answer).toEqual(boxes)
  expect(entry.turns).toEqual([{ question: 'What colour?', answer: 'Red.', created: clock.now }])
})

test("the person's own version is found, and given up again", async () => {
  const shelf = openShelf()
  const id = await shelf.add({ text: 'Tota1 12.00' })
  shelf.library.entries.edit(id, 'Total 12.00')
  expect(shelf.library.entries.get(id).result).toMatchObject({ text: 'Tota1 12.00', edited: 'Total 12.00' })
  expect([await found(shelf, 'total'), await found(shelf, 'tota1')]).toEqual([[id], []])
  shelf.library.entries.edit(id, undefined)
  expect([await found(shelf, 'total'), await found(shelf, 'tota1')]).toEqual([[], [id]])
})

test('questions, labels, turns and names are found', async () => {
  const shelf = openShelf()
  const id = await shelf.add({
    name: 'Straße 港口.png',
    parameters: { question: 'Where is it?', categories: ['lamps'] },
    kind: 'boxes',
    text: 'prose',
    body: boxes
  })
  shelf.library.entries.addTurn(id, { question: 'And the weather?', answer: '下雨' })
  for (const words of [
    'strasse',
    '港口',
    'where IS',
    'lamps',
    'bicycle',
    'weather',
    '下雨',
    '雨',
    'prose 港 bicycle'
  ]) {
    expect([words, await found(shelf, words)]).toEqual([words, [id]])
  }
})

test('codes in a picture are found', async () => {
  const shelf = openShelf()
  const id = await shelf.add({
    kind: 'reading',
    text: 'scan me',
    body: { codes: [{ text: 'https://harbour.example/42' }] }
  })
  expect(await found(shelf, 'harbour.example')).toEqual([id])
})

test('a body that does not fit leaves the text', async () => {
  const { store, library, add } = openShelf()
  const id = await add({ text: 'here', body: { kind: 'of a newer version' } })
  expect(library.entries.get(id).result).toMatchObject({ text: 'here' })
  store.run('UPDATE result SET body = ?', ['no JSON'])
  expect(library.entries.get(id).result).toMatchObject({ text: 'here' })
})

test('an unknown entry is told as such', () => {
  const { entries } = openShelf().library
  const calls = [
    () => entries.get(7),
    () => entries.star(7, true),
    () => entries.edit(7, 'x'),
    () => entries.addTurn(7, { question: 'x', answer: 'y' })
  ]
  expect(calls.map((call) => failureOf(call).code)).toEqual(calls.map(() => 'library-entry-missing'))
})
