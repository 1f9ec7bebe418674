// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EntrySummary } from '../../../../preload/contract/library.ts'
import { useView } from '../../../../renderer/app/view.ts'
import { useStreams } from '../../../../renderer/features/entry/index.ts'
import { LibraryPane } from '../../../../renderer/features/library/index.ts'
import { usePlace } from '../../../../renderer/features/library/list/usePlace.ts'
import { sampleEntry, samplePage } from '../../fake/entries.ts'
import { bad, type FakeBridgeOptions, good } from '../../fake-bridge.ts'
import { layOut, scrollTo } from '../../laid-out.ts'
import { type Shown, show } from '../../window.tsx'

layOut(840)

beforeEach(() => {
  useView.setState(useView.getInitialState())
  useStreams.setState({ answers: {}, follows: {}, working: {} })
  usePlace.setState({ first: 0 })
})

type Options = FakeBridgeOptions & { readonly shown?: 'en' | 'zh-CN' }

/** The pane with its first rows. */
async function open(options: Options = {}): Promise<Shown> {
  const shown = await show(<LibraryPane />, options)
  await screen.findAllByRole('row')
  return shown
}

/** The pane with one entry, which stands where a test wishes. */
async function openOne(entry: Partial<EntrySummary>, options: Options = {}): Promise<Shown> {
  const shown = await show(<LibraryPane />, options)
  const all = { ...sampleEntry(7, 7), ...entry }
  shown.fake.answer('library.find', () => good({ hits: [{ entry: all }], total: 1 }))
  await act(async () => shown.fake.tell('library', { kind: 'changed' }))
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(1))
  return shown
}

const row = (index: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-row="${index}"]`)
  if (found === null) throw new TypeError(`row ${index} is not drawn`)
  return found
}
const picked = (): number => screen.queryAllByRole('row', { selected: true }).length
const calls = ({ fake }: Shown, channel: string) =>
  fake.calls.filter((call) => call.channel === channel).map(({ argument }) => argument)

describe('the list', () => {
  test('hands the picture of a row to another program', async () => {
    const shown = await openOne({ name: 'shot.png' })
    const handle = row(0).querySelector('[draggable="true"]')
    if (handle === null) throw new TypeError('nothing can be dragged')
    expect(fireEvent.dragStart(handle)).toBe(false)
    await waitFor(() => expect(calls(shown, 'app.open')).toEqual([{ what: 'drag', entry: 7 }]))
  })

  test('draws the rows that are seen of as many as there are', async () => {
    await open({ entries: 3000 })
    expect(screen.getByRole('grid', { name: 'Entries' }).getAttribute('aria-rowcount')).toBe('3000')
    expect(screen.getByText('3,000 entries')).toBeTruthy()
    expect(screen.getAllByRole('row').length).toBeLessThan(40)
    expect(row(0).getAttribute('aria-rowindex')).toBe('1')
  })

  test('loads what one scrolls to, and comes back to it after a restart', async () => {
    const { unmount } = await open({ entries: 3000 })
    const scroller = row(0).closest('table')?.parentElement
    act(() => scrollTo(scroller as Element, 84 * 2000))
    await waitFor(() => expect(row(2003).textContent).not.toBe(''))
    expect(usePlace.getState().first).toBeGreaterThan(1990)
    unmount()
    await open({ entries: 3000 })
    await waitFor(() => expect(row(2003).textContent).not.toBe(''))
  })

  test.each<[string, Partial<EntrySummary>, RegExp]>([
    [
      'why it waits, and until when',
      { state: 'waiting', reason: 'quota', notBefore: Date.now() + 60_000 },
      /Waits for the quota until \d/
    ],
    ['that the network is missing', { state: 'waiting', reason: 'offline' }, /No network/],
    ['that it is being read', { state: 'running', task: 'read' }, /Reading/],
    ['that it is in the queue', { state: 'queued' }, /In the queue/],
    [
      'what went wrong',
      { state: 'failed', failure: { code: 'vision-auth', message: 'The provider does not accept the key.' } },
      /does not accept the key/
    ],
    [
      'what went wrong, in a later version',
      { state: 'failed', failure: { code: 'of-tomorrow', message: 'Odd.' } },
      /Odd\./
    ]
  ])('says of an entry %s', async (_title, entry, text) => {
    await openOne(entry)
    expect(screen.getByText(text)).toBeTruthy()
  })

  test('says the same in Chinese', async () => {
    await openOne({ state: 'failed', failure: { code: 'vision-auth', message: 'Refused.' } }, { shown: 'zh-CN' })
    expect(screen.queryByText('Refused.')).toBeNull()
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy()
  })

  test('shows how far a running one is', async () => {
    const { fake } = await openOne({ id: 7, state: 'running' })
    act(() => fake.tell('jobs', { kind: 'working', id: 7, done: 0.4 }))
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('40')
  })

  test.each<[string, Partial<EntrySummary>, string, unknown]>([
    ['asks again what may have been answered', { state: 'unsure' }, 'Ask again', { kind: 'resolve', answer: 'repeat' }],
    ['gives up what may have been answered', { state: 'unsure' }, 'Give up', { kind: 'resolve', answer: 'give-up' }],
    ['tries again what failed', { state: 'failed' }, 'Try again', { kind: 'retry' }]
  ])('%s', async (_title, entry, name, wish) => {
    const shown = await openOne({ id: 7, ...entry })
    await shown.user.click(screen.getByRole('button', { name }))
    expect(calls(shown, 'jobs.change')).toEqual([{ which: { ids: [7] }, wish }])
    expect(useView.getState().entry).toBeUndefined()
  })

  test('leads to the settings where a key is missing', async () => {
    const { user } = await openOne({ state: 'waiting', reason: 'needs-key' })
    await user.click(screen.getByRole('button', { name: 'Add a key' }))
    expect(useView.getState().room).toBe('settings')
  })
})

describe('keys', () => {
  test('the list is one stop; arrows move in it, Enter opens', async () => {
    const { user } = await open()
    screen.getByRole('searchbox').focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(row(0))
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(document.activeElement).toBe(row(1))
    expect(screen.getAllByRole('row').filter(({ tabIndex }) => tabIndex === 0)).toEqual([row(1)])
    await user.keyboard('{Enter}')
    expect(useView.getState().entry).toBe(59)
    expect(row(1).getAttribute('aria-current')).toBe('true')
  })

  test('End and Home lead to the ends of a list that is not loaded', async () => {
    const { user } = await open({ entries: 3000 })
    act(() => row(0).focus())
    await user.keyboard('{End}')
    await waitFor(() => expect(document.activeElement).toBe(row(2999)))
    await user.keyboard('{Home}')
    await waitFor(() => expect(document.activeElement).toBe(row(0)))
  })

  test('Space and Shift pick, Escape picks nothing', async () => {
    const { user } = await open()
    act(() => row(0).focus())
    await user.keyboard(' ')
    expect(picked()).toBe(1)
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await waitFor(() => expect(picked()).toBe(3))
    expect(screen.getByText('3 selected')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(picked()).toBe(0)
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  test('Shift picks from the row that had the focus', async () => {
    const { user } = await open()
    act(() => row(2).focus())
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await waitFor(() => expect(picked()).toBe(2))
    expect(row(2).getAttribute('aria-selected')).toBe('true')
  })

  test('Ctrl+A picks all, loaded or not', async () => {
    const { user } = await open({ entries: 450 })
    act(() => row(0).focus())
    await user.keyboard('{Control>}a{/Control}')
    expect(await screen.findByText('450 selected')).toBeTruthy()
  })

  test('Ctrl+A picks all that was found, also beyond what was counted', async () => {
    const shown = await open({ entries: 450 })
    await shown.user.type(screen.getByRole('searchbox'), 'e')
    await screen.findByText(/^More than \d+ found$/)
    act(() => row(0).focus())
    await shown.user.keyboard('{Control>}a{/Control}')
    const { ids = [] } = samplePage(450, { words: 'e', ids: 450 }, (entry) => entry)
    expect(ids.length).toBeGreaterThan(50)
    expect(await screen.findByText(`${ids.length} selected`)).toBeTruthy()
  })

  test('S stars what is picked, or the row', async () => {
    const shown = await open()
    act(() => row(1).focus())
    await shown.user.keyboard('s')
    await shown.user.keyboard(' {ArrowDown} s')
    expect(calls(shown, 'library.change')).toEqual([
      { ids: [59], change: { kind: 'star', starred: true } },
      { ids: [59, 58], change: { kind: 'star', starred: true } }
    ])
  })

  test('Delete deletes, the next row has the focus, and it can be undone', async () => {
    const shown = await open()
    act(() => row(1).focus())
    await shown.user.keyboard('{Delete}')
    await waitFor(() => expect(screen.getByText('59 entries')).toBeTruthy())
    expect(document.activeElement).toBe(row(1))
    await shown.user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.getByText('60 entries')).toBeTruthy())
  })

  test('the right arrow leads to the buttons of a row, Escape back', async () => {
    const { user } = await open()
    act(() => row(0).focus())
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Select')
    await user.keyboard('{ArrowRight}')
    expect(row(0).contains(document.activeElement)).toBe(true)
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(row(0))
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(row(0))
  })
})

describe('the mouse', () => {
  test('opens with a click, picks with Ctrl and Shift', async () => {
    const { user } = await open()
    await user.click(row(2))
    expect(useView.getState().entry).toBe(58)
    await user.keyboard('{Control>}')
    await user.click(row(3))
    await user.keyboard('{/Control}{Shift>}')
    await user.click(row(5))
    await user.keyboard('{/Shift}')
    await waitFor(() => expect(picked()).toBe(3))
    expect(useView.getState().entry).toBe(58)
  })

  test('picks and stars by what is in the row, and opens nothing', async () => {
    const shown = await open()
    await shown.user.click(within(row(0)).getByRole('button', { name: 'Select' }))
    await shown.user.click(within(row(0)).getByRole('button', { name: 'Star' }))
    expect(picked()).toBe(1)
    await waitFor(() => expect(within(row(0)).getByRole('button', { name: 'Remove the star' })).toBeTruthy())
    expect(useView.getState().entry).toBeUndefined()
  })

  test('the bar exports, retries and cancels what is picked', async () => {
    const shown = await open()
    await shown.user.click(within(row(0)).getByRole('button', { name: 'Select' }))
    await shown.user.click(screen.getByRole('button', { name: 'Export' }))
    await shown.user.click(await screen.findByRole('menuitem', { name: 'CSV' }))
    expect(calls(shown, 'library.export')).toEqual([{ ids: [60], format: 'csv' }])
    expect(await screen.findByText('Saved as glyphlens.csv')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'More' }))
    await shown.user.click(await screen.findByRole('menuitem', { name: 'Cancel' }))
    expect(calls(shown, 'jobs.change')).toEqual([{ which: { ids: [60] }, wish: { kind: 'cancel' } }])
  })
})

describe('searching', () => {
  test('can be sorted by relevance, which is remembered; without words there is no choice', async () => {
    const shown = await open()
    expect(screen.queryByRole('button', { name: /^Order/ })).toBeNull()
    await shown.user.type(screen.getByRole('searchbox'), 'willow')
    await shown.user.click(await screen.findByRole('button', { name: 'Order: Newest first' }))
    await shown.user.click(await screen.findByRole('menuitemradio', { name: 'Best match first' }))
    expect(screen.getByRole('button', { name: 'Order: Best match first' })).toBeTruthy()
    await waitFor(() =>
      expect(calls(shown, 'library.find').at(-1)).toMatchObject({ words: 'willow', order: 'relevance' })
    )
    expect(JSON.parse(localStorage.getItem('view') ?? '{}')).toMatchObject({ state: { order: 'relevance' } })
    await shown.user.clear(screen.getByRole('searchbox'))
    await waitFor(() => expect(calls(shown, 'library.find').at(-1)).toMatchObject({ words: '', order: 'time' }))
  })

  test('marks the words; Escape ends it', async () => {
    const { user } = await open()
    await user.type(screen.getByRole('searchbox'), 'willow')
    await waitFor(() => expect(document.querySelectorAll('mark').length).toBeGreaterThan(3))
    expect(document.querySelector('mark')?.textContent).toBe('Willow')
    expect(screen.getByText(/^\d+ found$/)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(useView.getState().words).toBe('')
    await waitFor(() => expect(screen.getByText('60 entries')).toBeTruthy())
  })

  test('text of an entry is never markup', async () => {
    const hostile = '<img src=x onerror=alert(1)> willow'
    const shown = await open()
    shown.fake.answer('library.find', () =>
      good({
        hits: [
          {
            entry: sampleEntry(1, 1),
            snippet: { text: hostile, ranges: [[0, 4]], cut: { before: false, after: true } }
          }
        ]
      })
    )
    await shown.user.type(screen.getByRole('searchbox'), 'x')
    await waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('<img'))
    expect(document.querySelector('img[src="x"]')).toBeNull()
  })

  test('that finds nothing says so, and is cleared', async () => {
    const { user } = await open()
    await user.type(screen.getByRole('searchbox'), 'zzz')
    expect(await screen.findByText('No entry has “zzz” in it.')).toBeTruthy()
    await user.click(within(screen.getByText('Nothing found').parentElement as HTMLElement).getByRole('button'))
    await waitFor(() => expect(screen.getByText('60 entries')).toBeTruthy())
  })

  test('filters narrow it, are told, and are put off one by one', async () => {
    const shown = await open()
    await shown.user.click(screen.getByRole('button', { name: 'Filter' }))
    await shown.user.click(await screen.findByRole('checkbox', { name: 'Starred' }))
    await shown.user.click(screen.getByRole('checkbox', { name: 'Read' }))
    expect(useView.getState().filters).toEqual({ starred: true, tasks: ['read'] })
    await shown.user.keyboard('{Escape}')
    await shown.user.click(await screen.findByRole('button', { name: 'Remove the filter Read' }))
    expect(useView.getState().filters).toEqual({ starred: true })
    await waitFor(() => expect(screen.getByText('5 entries')).toBeTruthy())
    expect(screen.getByRole('button', { name: 'Filter, 1 active' })).toBeTruthy()
  })

  test('days are filtered from midnight to midnight', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.type(await screen.findByLabelText('From'), '2026-11-29')
    expect(useView.getState().filters).toEqual({ from: new Date(2026, 10, 29).getTime() })
  })

  test('an empty library says how to begin', async () => {
    await show(<LibraryPane />, { entries: 0 })
    expect(await screen.findByText('Your library is empty')).toBeTruthy()
    expect(screen.getByText(/press Ctrl\+Shift\+1/)).toBeTruthy()
  })

  test('a problem is told with a way out', async () => {
    const shown = await show(<LibraryPane />)
    shown.fake.answer('library.find', () => bad({ code: 'library-busy', message: 'The library is busy.' }))
    await shown.user.type(screen.getByRole('searchbox'), 'a')
    const alert = await screen.findByRole('alert')
    shown.fake.answer('library.find', () => good({ hits: [{ entry: sampleEntry(7, 7) }], total: 1 }))
    await shown.user.click(within(alert).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })
})

describe('news', () => {
  test('appear at the top, and the row with the focus keeps it', async () => {
    const { fake } = await open({ entries: 20 })
    act(() => row(0).focus())
    const focused = document.activeElement
    await act(() => fake.api.jobs.add({ subjects: [{ entry: 1 }], ask: { task: 'read', engine: 'device' } }))
    await waitFor(() => expect(screen.getByText('21 entries')).toBeTruthy())
    expect(document.activeElement).toBe(focused)
    expect(row(1)).toBe(focused)
    expect(row(1).tabIndex).toBe(0)
  })

  test('wait above while one reads further down', async () => {
    const { fake, user } = await open({ entries: 1000 })
    const scroller = row(0).closest('table')?.parentElement
    act(() => scrollTo(scroller as Element, 84 * 500))
    await waitFor(() => expect(row(503).textContent).not.toBe(''))
    // The fake library's times follow its newest entry.
    const said = (): string | undefined => row(503).textContent?.replace(/\w+ \d+$/, '')
    const before = said()
    await act(() =>
      fake.api.jobs.add({
        subjects: [{ entry: 1 }, { entry: 2 }, { entry: 3 }],
        ask: { task: 'read', engine: 'device' }
      })
    )
    const pill = await screen.findByRole('button', { name: '3 new' })
    expect(said()).toBe(before)
    await user.click(pill)
    await waitFor(() => expect(screen.queryByRole('button', { name: '3 new' })).toBeNull())
    expect(screen.getByText('1,003 entries')).toBeTruthy()
  })
})
