// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EntryView } from '../../../../preload/contract/library.ts'
import { useView } from '../../../../renderer/app/view.ts'
import { reloadEntry, useShown, useStreams } from '../../../../renderer/features/entry/index.ts'
import { ResultPane } from '../../../../renderer/features/result/index.ts'
import { useFollowing } from '../../../../renderer/features/result/thread/follow.ts'
import { useHighlight } from '../../../../renderer/features/viewer/highlight.ts'
import { sampleEntry, sampleView } from '../../fake/entries.ts'
import { bad, type FakeBridge, good } from '../../fake-bridge.ts'
import { show } from '../../window.tsx'

const reading = sampleView({ ...sampleEntry(7, 60), id: 7 })
const answer: EntryView = {
  ...sampleView({ ...sampleEntry(5, 60), id: 5 }),
  task: 'ask',
  kind: 'text',
  question: 'What is it?',
  text: 'A **receipt**.',
  answer: { kind: 'text', text: 'A **receipt**.', notices: [] },
  ask: { task: 'ask', engine: 'modelscope', options: { question: 'What is it?' } }
}

beforeEach(() => {
  useView.setState({ room: 'library', entry: undefined, subjects: [], again: undefined, drafts: {}, words: '' })
  useShown.setState({ entry: undefined, problem: undefined, layout: undefined, table: undefined })
  useStreams.setState({ answers: {}, follows: {}, working: {} })
  useFollowing.setState({ pending: {}, problems: {} })
  useHighlight.setState({ lit: undefined, chosen: undefined, hidden: new Set() })
})

/** The pane with an entry; what the bridge tells of it can be changed with `tell`. */
async function open(first: EntryView, prepare: (fake: FakeBridge) => void = () => undefined) {
  let entry = first
  const shown = await show(<ResultPane />)
  shown.fake.answer('library.entry', () => good(entry))
  prepare(shown.fake)
  await act(async () => {
    useView.getState().show(entry.id)
    await reloadEntry()
  })
  const tell = (next: EntryView) =>
    act(async () => {
      entry = next
      await reloadEntry()
    })
  return { ...shown, tell }
}

const callsOf = (fake: FakeBridge, channel: string) =>
  fake.calls.filter((call) => call.channel === channel).map(({ argument }) => argument)

test('what an answer took stands below it, beside what was expected', async () => {
  await open(answer)
  expect(
    screen.getByText(/846 tokens in · about 782 of them expected for what is seen · 212 tokens out/, { exact: false })
  ).toBeTruthy()
})

describe('a reading', () => {
  test('shows its text, and lays it out otherwise without reading again', async () => {
    const { user, fake } = await open(reading)
    expect(screen.getByText(/Visitors to the reading room|Orders of the week|Notice|Willow/)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Line by line' }))
    await waitFor(() => expect(callsOf(fake, 'library.entry').at(-1)).toEqual({ id: 7, layout: 'lines' }))
    expect(callsOf(fake, 'jobs.add')).toEqual([])
  })

  test('as a table is one', async () => {
    await open({ ...reading, layout: 'table', text: 'a\tb\n1\t2' })
    expect(
      within(screen.getByRole('table'))
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    ).toEqual(['a', 'b', '1', '2'])
  })

  test('without text says so', async () => {
    await open({ ...reading, text: '', lines: [] })
    expect(screen.getByText('There is no text in this picture.')).toBeTruthy()
  })

  test('shows codes with what they say; an address in one is opened only after a question', async () => {
    const quad: EntryView['codes'][number]['quad'] = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9]
    ]
    const { user, fake } = await open({
      ...reading,
      codes: [
        { format: 'QRCode', text: 'https://example.org/menu', quad },
        { format: 'EAN13', text: '4006381333931', quad }
      ]
    })
    expect(screen.getByText('4006381333931')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'https://example.org/menu' }))
    expect(await screen.findByText('Open this address?')).toBeTruthy()
    expect(callsOf(fake, 'app.open')).toEqual([])
  })
})

describe('editing', () => {
  test('what is typed is a draft at once, and is saved on demand', async () => {
    const { user, fake, tell } = await open(reading)
    await user.click(screen.getByRole('button', { name: 'Edit the text' }))
    const field = screen.getByRole('textbox', { name: 'Your version of the text' })
    await user.clear(field)
    await user.type(field, 'Mine')
    expect(useView.getState().drafts['edit:7']).toBe('Mine')
    await tell({ ...reading, text: 'Mine', isEdited: true, layout: undefined })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(callsOf(fake, 'library.change')).toEqual([{ ids: [7], change: { kind: 'edit', text: 'Mine' } }])
    await waitFor(() => expect(useView.getState().drafts).toEqual({}))
    expect(screen.getByText('edited')).toBeTruthy()
  })

  test('a draft of the last time is still there', async () => {
    useView.setState({ drafts: { 'edit:7': 'Half a senten' } })
    await open(reading)
    expect(screen.getByRole('textbox', { name: 'Your version of the text' })).toHaveProperty('value', 'Half a senten')
  })

  test('what could not be saved stays a draft', async () => {
    const { user, fake } = await open(reading)
    fake.answer('library.change', () => bad({ code: 'disk', message: 'The disk is full.' }))
    await user.click(screen.getByRole('button', { name: 'Edit the text' }))
    await user.type(screen.getByRole('textbox', { name: 'Your version of the text' }), '!')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    expect(useView.getState().drafts['edit:7']).toBe(`${reading.text}!`)
  })

  test('going back to the original can be undone', async () => {
    const { user, fake } = await open({ ...reading, text: 'Mine', isEdited: true })
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Back to the original' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() =>
      expect(callsOf(fake, 'library.change')).toEqual([
        { ids: [7], change: { kind: 'edit' } },
        { ids: [7], change: { kind: 'edit', text: 'Mine' } }
      ])
    )
  })
})

const field = () => screen.getByRole('textbox', { name: 'Ask further…' })

describe('a further question', () => {
  test('is sent by Enter, shown while it is answered, and joins the thread', async () => {
    const { user, fake, tell } = await open(answer)
    const { promise, resolve: finish } = Promise.withResolvers()
    fake.answer('vision.follow', () => promise)
    await user.type(field(), 'How much?{Enter}')
    expect(callsOf(fake, 'vision.follow')).toEqual([{ action: 'ask', entry: 5, question: 'How much?' }])
    expect(screen.getByText('How much?')).toBeTruthy()
    expect(useView.getState().drafts['follow:5']).toBe('How much?')
    act(() => fake.tell('vision', { kind: 'text', entry: 5, delta: 'It is **12' }))
    expect(await screen.findByText(/It is/)).toBeTruthy()
    const turn = { question: 'How much?', answer: 'It is **12 euros**.', created: 1 }
    await tell({ ...answer, turns: [turn] })
    await act(async () => finish(good(turn)))
    await waitFor(() => expect(useView.getState().drafts).toEqual({}))
    expect(await screen.findByText('12 euros')).toBeTruthy()
    expect(screen.getAllByText('How much?')).toHaveLength(1)
  })

  test('Shift and Enter begin a new line', async () => {
    const { user, fake } = await open(answer)
    await user.type(field(), 'One{Shift>}{Enter}{/Shift}two')
    expect(field()).toHaveProperty('value', 'One\ntwo')
    expect(callsOf(fake, 'vision.follow')).toEqual([])
  })

  test('that failed is still in its field, and can be sent again', async () => {
    const { user, fake } = await open(answer)
    fake.answer('vision.follow', () => bad({ code: 'vision-network', message: 'There is no network.' }))
    await user.type(field(), 'How much?{Enter}')
    expect(await screen.findByText('There is no network.')).toBeTruthy()
    expect(field()).toHaveProperty('value', 'How much?')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(callsOf(fake, 'vision.follow')).toHaveLength(2)
  })

  test('that was cancelled is still in its field, and nobody complains', async () => {
    const { user, fake } = await open(answer)
    const { promise, resolve: finish } = Promise.withResolvers()
    fake.answer('vision.follow', ({ action }: { action: string }) => (action === 'cancel' ? good(null) : promise))
    await user.type(field(), 'How much?{Enter}')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await act(async () => finish(good(null)))
    expect(callsOf(fake, 'vision.follow').at(-1)).toEqual({ action: 'cancel', entry: 5 })
    expect(field()).toHaveProperty('value', 'How much?')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('of a picture that has never left this machine says first where it goes', async () => {
    const { user, fake } = await open(reading)
    await user.type(screen.getByRole('textbox', { name: 'Ask about this picture…' }), 'What is it?{Enter}')
    expect(callsOf(fake, 'vision.follow')).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Send to api-inference.modelscope.cn' }))
    expect(callsOf(fake, 'vision.follow')).toEqual([{ action: 'ask', entry: 7, question: 'What is it?' }])
  })
})

describe('an answer that is being written', () => {
  const running: EntryView = { ...answer, state: 'running', text: '', answer: undefined }

  test('grows, and begins anew when it is asked again', async () => {
    const { fake, tell } = await open(running)
    act(() => fake.tell('jobs', { kind: 'text', id: 5, delta: 'First ' }))
    act(() => fake.tell('jobs', { kind: 'text', id: 5, delta: 'words' }))
    expect(await screen.findByText('First words')).toBeTruthy()
    act(() => fake.tell('jobs', { kind: 'again', id: 5 }))
    expect(screen.queryByText(/First/)).toBeNull()
    act(() => fake.tell('jobs', { kind: 'text', id: 5, delta: 'Second' }))
    expect(await screen.findByText('Second')).toBeTruthy()
    await tell(answer)
    expect(await screen.findByText('receipt')).toBeTruthy()
    expect(useStreams.getState().answers).toEqual({})
  })

  test('of another entry is kept for whoever comes back', async () => {
    const { fake } = await open(running)
    act(() => fake.tell('jobs', { kind: 'text', id: 99, delta: 'Elsewhere' }))
    await waitFor(() => expect(useStreams.getState().answers[99]).toBe('Elsewhere'))
    expect(screen.queryByText('Elsewhere')).toBeNull()
  })

  test('can be cancelled', async () => {
    const { user, fake } = await open(running)
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(callsOf(fake, 'jobs.change')).toEqual([{ which: { ids: [5] }, wish: { kind: 'cancel' } }])
  })
})

describe('an entry without an answer', () => {
  const bare: EntryView = { ...answer, text: '', answer: undefined }

  test('that waits says why and until when, and can be tried now', async () => {
    const { user, fake } = await open({ ...bare, state: 'waiting', reason: 'quota', notBefore: Date.UTC(2026, 11, 1) })
    expect(screen.getByText(/The calls of today are used up. Not before/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    expect(callsOf(fake, 'jobs.change')).toEqual([{ which: { ids: [5] }, wish: { kind: 'retry' } }])
  })

  test('that waits for a key leads to the settings', async () => {
    const { user } = await open({ ...bare, state: 'waiting', reason: 'needs-key' })
    await user.click(screen.getByRole('button', { name: 'Add a key' }))
    expect(useView.getState().room).toBe('settings')
  })

  test('that failed says what to do, and can be asked of another model', async () => {
    const failure = { code: 'vision-auth', message: 'The key is not accepted here.', advice: 'Check it.' }
    const { user } = await open({ ...bare, state: 'failed', failure })
    expect(screen.getByText('The key is not accepted here.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Ask another model' }))
    expect(useView.getState().again).toBe(5)
  })

  test.each([
    ['Ask once more', 'repeat'],
    ['Give up', 'give-up']
  ] as const)('that nobody knows of asks the person: %s', async (button, word) => {
    const { user, fake } = await open({ ...bare, state: 'unsure' })
    await user.click(screen.getByRole('button', { name: button }))
    expect(callsOf(fake, 'jobs.change')).toEqual([{ which: { ids: [5] }, wish: { kind: 'resolve', answer: word } }])
  })

  test('that cannot be loaded says so', async () => {
    const { fake } = await open(answer)
    fake.answer('library.entry', () => bad({ code: 'library-entry-missing', message: 'It is not there any more.' }))
    await act(() => reloadEntry())
    expect(await screen.findByText('It is not there any more.')).toBeTruthy()
  })
})

describe('data', () => {
  test('boxes light up with their rows, and labels can be hidden', async () => {
    const box = { x0: 0, y0: 0, x1: 10, y1: 20 }
    const detections = ['cat', 'dog', 'cat'].map((label) => ({ label, box }))
    const { user } = await open({
      ...answer,
      kind: 'boxes',
      answer: { kind: 'boxes', text: 'x', notices: [], prose: '', detections }
    })
    const rows = within(screen.getByRole('list', { name: '3 things found' })).getAllByRole('button')
    await user.hover(rows[1] ?? document.body)
    expect(useHighlight.getState().lit).toEqual({ kind: 'box', index: 1 })
    await user.click(rows[2] ?? document.body)
    expect(useHighlight.getState().chosen).toEqual({ target: { kind: 'box', index: 2 }, from: 'result' })
    await user.click(screen.getByRole('button', { name: 'cat 2' }))
    expect(useHighlight.getState().hidden).toEqual(new Set(['cat']))
  })

  test('what was repaired or cut is said', async () => {
    const notices = [{ message: 'The answer was cut off at its longest.' }]
    await open({ ...answer, notices })
    expect(screen.getByText('The answer was cut off at its longest.')).toBeTruthy()
  })

  test('thousands of boxes are shown in portions', async () => {
    const detections = Array.from({ length: 5000 }, (_, index) => ({
      label: `label ${index % 7}`,
      box: { x0: index, y0: 0, x1: index + 1, y1: 1 }
    }))
    await open({ ...answer, kind: 'boxes', answer: { kind: 'boxes', text: 'x', notices: [], prose: '', detections } })
    expect(screen.getByLabelText('5000 things found').querySelectorAll('li')).toHaveLength(200)
    expect(screen.getByText('Show 200 more rows of 4,800')).toBeTruthy()
  })
})

test('the precise model is asked the same at once', async () => {
  const { user, fake } = await open(answer)
  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Ask the precise model' }))
  expect(callsOf(fake, 'jobs.add')).toEqual([
    {
      subjects: [{ entry: 5 }],
      ask: { task: 'ask', engine: 'modelscope', options: { question: 'What is it?' }, precise: true }
    }
  ])
})

test('two answers about a picture are compared', async () => {
  const sibling: EntryView = { ...answer, id: 4, text: 'A long receipt.', siblings: [5] }
  const { user } = await open({ ...answer, siblings: [4] }, (fake) => {
    fake.answer('library.find', () => good({ hits: [{ entry: sibling }] }))
    fake.answer('library.entry', ({ id }: { id: number }) => good(id === 4 ? sibling : { ...answer, siblings: [4] }))
  })
  await user.click(await screen.findByRole('button', { name: 'Compare' }))
  const dialog = await screen.findByRole('dialog', { name: 'Two answers side by side' })
  await waitFor(() => expect(Array.from(dialog.querySelectorAll('mark'), (mark) => mark.textContent)).not.toEqual([]))
})
