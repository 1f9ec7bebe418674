// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EntryView } from '../../../../preload/contract/library.ts'
import type { HotkeyView } from '../../../../preload/contract/settings.ts'
import { useView } from '../../../../renderer/app/view.ts'
import { WelcomeRoom } from '../../../../renderer/features/welcome/index.ts'
import { sampleEntry, sampleView } from '../../fake/entries.ts'
import { sampleSettings } from '../../fake/settings.ts'
import { bad, good } from '../../fake-bridge.ts'
import { type Shown, show } from '../../window.tsx'

beforeEach(() => useView.setState({ room: 'welcome', entry: undefined, subjects: [] }))

const fresh = {
  ...sampleSettings,
  keys: [],
  values: { ...sampleSettings.values, desktop: { ...sampleSettings.values.desktop, welcomed: false } }
}
const withHotkey = (hotkey: Partial<HotkeyView>) => ({
  ...fresh,
  hotkeys: [{ mode: 'read-region', accelerator: 'CommandOrControl+Shift+1', state: 'works', ...hotkey } as const]
})
const calls = ({ fake }: Shown, channel: string): unknown[] =>
  fake.calls.filter((call) => call.channel === channel).map(({ argument }) => argument)

describe('the sample', () => {
  const queued: EntryView = { ...sampleView({ ...sampleEntry(7, 60), state: 'queued' }), id: 61, text: '' }
  const done: EntryView = { ...queued, state: 'done', text: 'Willow Lane Tea House' }

  test('is shown at once, read by one click, and its text stands beside it', async () => {
    const shown = await show(<WelcomeRoom />, { settings: fresh })
    expect(await screen.findByRole('img', { name: 'A receipt' })).toBeTruthy()
    shown.fake.answer('library.entry', () => good(queued))
    await shown.user.click(screen.getByRole('button', { name: 'Read this picture' }))
    expect(await screen.findByText('Reading…')).toBeTruthy()
    shown.fake.answer('library.entry', () => good(done))
    act(() => shown.fake.tell('jobs', { kind: 'changed', ids: [61] }))
    expect(await screen.findByText('Willow Lane Tea House')).toBeTruthy()
    expect(calls(shown, 'jobs.add')).toEqual([
      { subjects: [{ token: '0'.repeat(32) }], ask: { task: 'read', engine: 'device' } }
    ])
    await shown.user.click(screen.getByRole('button', { name: 'Open in the library' }))
    expect(useView.getState().entry).toBe(61)
  })

  test('that was read before shows what it said', async () => {
    const shown = await show(<WelcomeRoom />, { settings: fresh })
    await screen.findByRole('img', { name: 'A receipt' })
    shown.fake.answer('jobs.add', () => good({ entries: [], known: [61] }))
    shown.fake.answer('library.entry', () => good(done))
    await shown.user.click(screen.getByRole('button', { name: 'Read this picture' }))
    expect(await screen.findByText('Willow Lane Tea House')).toBeTruthy()
  })

  test('can be another one', async () => {
    const shown = await show(<WelcomeRoom />, { settings: fresh })
    await shown.user.click(screen.getByRole('button', { name: 'A notice' }))
    expect(await screen.findByRole('img', { name: 'A notice' })).toBeTruthy()
    expect(calls(shown, 'app.take').at(-1)).toEqual({ from: 'sample', name: 'notice' })
  })

  test('that cannot be read says why', async () => {
    const shown = await show(<WelcomeRoom />, { settings: fresh })
    await screen.findByRole('img', { name: 'A receipt' })
    shown.fake.answer('jobs.add', () => bad({ code: 'disk', message: 'The disk is full.' }))
    await shown.user.click(screen.getByRole('button', { name: 'Read this picture' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
  })
})

describe('the hotkey', () => {
  test.each<[string, Partial<HotkeyView>, RegExp]>([
    ['that works', {}, /Press it in any program/],
    ['that is not proven', { state: 'unproven' }, /does not say whether it arrives/],
    [
      'that another program has',
      { state: 'failed', message: 'Taken.', advice: 'Choose another.' },
      /Taken\. Choose another\./
    ],
    ['that is not set', { state: 'off', accelerator: '' }, /No hotkey is set/]
  ])('%s', async (_title, hotkey, text) => {
    await show(<WelcomeRoom />, { settings: withHotkey(hotkey) })
    expect(screen.getByText(text)).toBeTruthy()
    expect(screen.queryAllByText('Shift')).toHaveLength(hotkey.state === 'off' ? 0 : 1)
  })

  test('can be done without', async () => {
    const shown = await show(<WelcomeRoom />, { settings: fresh })
    await shown.user.click(screen.getByRole('button', { name: 'Try a capture' }))
    expect(calls(shown, 'capture.begin')).toEqual([{ mode: 'read-region' }])
  })
})

describe('a key', () => {
  test('is added where one is told where to get it', async () => {
    const shown = await show(<WelcomeRoom />, { settings: fresh })
    await shown.user.click(screen.getByRole('button', { name: 'Add a key' }))
    await shown.user.type(await screen.findByLabelText(/key/i, { selector: 'input' }), 'ms-secret')
    await shown.user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(calls(shown, 'settings.key')).toContainEqual({
        action: 'save',
        provider: 'modelscope',
        text: 'ms-secret',
        accept: false
      })
    )
  })

  test('that is there is told, and tested by a real call', async () => {
    const shown = await show(<WelcomeRoom />)
    expect(screen.getByText('A key for ModelScope that ends with 7f3a is ready.')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: 'Show' }))
    await shown.user.click(await screen.findByRole('button', { name: /test/i }))
    await waitFor(() =>
      expect(calls(shown, 'vision.check')).toContainEqual({ what: 'connection', provider: 'modelscope' })
    )
  })
})

describe('going on', () => {
  test('leads to the library', async () => {
    const shown = await show(<WelcomeRoom />, { settings: fresh })
    await shown.user.click(screen.getByRole('button', { name: 'Start' }))
    expect(useView.getState().room).toBe('library')
  })

  test('the language is changed here', async () => {
    const shown = await show(<WelcomeRoom />, { settings: fresh })
    await shown.user.click(screen.getByRole('radio', { name: '简体中文' }))
    expect(calls(shown, 'settings.change')).toEqual([{ appearance: { language: 'zh-CN' } }])
  })

  test('speaks Chinese', async () => {
    await show(<WelcomeRoom />, { settings: fresh, shown: 'zh-CN' })
    expect(screen.getByRole('heading', { level: 1, name: '问问屏幕上的任何图片' })).toBeTruthy()
  })
})
