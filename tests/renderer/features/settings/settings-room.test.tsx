// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { useKnownSettings } from '../../../../renderer/app/settings.ts'
import { type SettingsSection, useSettingsPlace } from '../../../../renderer/app/settingsPlace.ts'
import { useMoving } from '../../../../renderer/features/settings/library/moving.ts'
import { SettingsRoom } from '../../../../renderer/features/settings/SettingsRoom.tsx'
import { undoLatest } from '../../../../renderer/ui/notify.tsx'
import { sampleSettings } from '../../fake/settings.ts'
import type { FakeBridge } from '../../fake-bridge.ts'
import { bad, good } from '../../fake-bridge.ts'
import { show } from '../../window.tsx'

beforeEach(() => {
  useSettingsPlace.setState({ section: 'providers', words: '' })
  useMoving.setState({ state: 'at-rest', done: 0, problem: undefined })
})

async function showSection(section: SettingsSection) {
  useSettingsPlace.setState({ section })
  return await show(<SettingsRoom />)
}

const values = () => useKnownSettings.getState().view?.values
const argumentsOf = (fake: FakeBridge, channel: string): unknown[] =>
  fake.calls.filter((call) => call.channel === channel).map((call) => call.argument)

describe('the room', () => {
  it('finds settings of all sections, and says when there are none', async () => {
    const { user } = await show(<SettingsRoom />)
    await user.type(screen.getByLabelText('Search in settings'), 'threads')
    expect(screen.getByLabelText('Threads')).toBeTruthy()
    expect(screen.queryByLabelText('Theme')).toBeNull()
    await user.keyboard('{Escape}')
    expect(screen.queryByLabelText('Threads')).toBeNull()
    expect(screen.getByText('Add a provider')).toBeTruthy()
  })

  it('changes at once', async () => {
    const { user } = await showSection('appearance')
    await user.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(values()?.appearance.theme).toBe('dark')
    await user.selectOptions(screen.getByLabelText('Language'), 'zh-CN')
    expect(values()?.appearance.language).toBe('zh-CN')
  })

  it('goes back when a change that could hurt is undone', async () => {
    const { user } = await showSection('privacy')
    await user.click(screen.getByRole('radio', { name: 'Never' }))
    expect(values()?.privacy.confirm).toBe('never')
    expect(await screen.findByText('Changed: Show what will be sent')).toBeTruthy()
    undoLatest()
    await waitFor(() => expect(values()?.privacy.confirm).toBe('remote'))
  })

  it('tells when main refuses', async () => {
    const { user, fake } = await showSection('desktop')
    fake.answer('settings.change', () => bad({ code: 'disk', message: 'The disk is full.' }))
    await user.click(screen.getByLabelText('Start when I log in'))
    expect(await screen.findByText('The disk does not take it')).toBeTruthy()
    expect(screen.getByLabelText('Start when I log in')).toHaveProperty('checked', false)
  })
})

async function openProvider() {
  const shown = await showSection('providers')
  await shown.user.click(screen.getByRole('button', { name: /ModelScope/ }))
  return shown
}

describe('a key', () => {
  it('is looked at while it is typed, saved, and then gone from the page', async () => {
    const { user, fake } = await openProvider()
    await user.type(screen.getByLabelText('API key'), 'ms-secret')
    expect(await screen.findByText('It looks like a key of this provider.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.getByLabelText('API key')).toHaveProperty('value', ''))
    // What was typed last may be looked at only now.
    expect(argumentsOf(fake, 'settings.key')).toContainEqual({
      action: 'save',
      provider: 'modelscope',
      text: 'ms-secret',
      accept: false
    })
    expect(JSON.stringify(localStorage)).not.toContain('ms-secret')
  })

  it('is stored without protection only by the words of that', async () => {
    const { user, fake } = await openProvider()
    fake.answer('settings.key', ({ accept, action }: { accept?: boolean; action: string }) =>
      good({
        kind: action === 'save' ? (accept === true ? 'accepted' : 'session') : 'looked',
        message: accept === true ? 'Stored.' : 'Kept until you quit the app.',
        canAccept: accept !== true
      })
    )
    await user.type(screen.getByLabelText('API key'), 'ms-secret')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const store = await screen.findByRole('button', { name: 'Store without protection' })
    expect(store).toHaveProperty('disabled', true)
    await user.click(screen.getByLabelText(sampleSettings.acceptance))
    await user.click(store)
    await waitFor(() => expect(screen.getByLabelText('API key')).toHaveProperty('value', ''))
    expect(argumentsOf(fake, 'settings.key')).toContainEqual({
      action: 'save',
      provider: 'modelscope',
      text: 'ms-secret',
      accept: true
    })
  })

  it('that is refused stays in the field', async () => {
    const { user, fake } = await openProvider()
    fake.answer('settings.key', () => bad({ code: 'vision-key-format', message: 'This is two keys.' }))
    await user.type(screen.getByLabelText('API key'), 'ms-a ms-b')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('This is two keys.')).toBeTruthy()
    expect(screen.getByLabelText('API key')).toHaveProperty('value', 'ms-a ms-b')
  })

  it('is removed after a question, for it does not come back', async () => {
    const { user, fake } = await openProvider()
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    const dialog = await screen.findByRole('dialog')
    expect(argumentsOf(fake, 'settings.key')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Remove the key' }))
    await waitFor(() =>
      expect(argumentsOf(fake, 'settings.key')).toEqual([{ action: 'remove', provider: 'modelscope' }])
    )
  })
})

describe('a provider', () => {
  it('is tested step by step', async () => {
    const { user, fake } = await showSection('providers')
    fake.answer('vision.check', () =>
      good({
        what: 'connection',
        model: 'qwen',
        milliseconds: 10,
        steps: [
          { step: 'connection', state: 'good' },
          { step: 'key', state: 'failed' },
          { step: 'model', state: 'unknown' }
        ],
        problem: { code: 'vision-auth', message: 'It answered 401.' }
      })
    )
    await user.click(screen.getByRole('button', { name: /ModelScope/ }))
    await user.click(screen.getByRole('button', { name: 'Test the connection' }))
    expect(await screen.findByText('It answered 401.')).toBeTruthy()
    const states = screen.getAllByRole('listitem').map((item) => item.querySelector('svg')?.getAttribute('aria-label'))
    expect(states).toEqual(['Good', 'Failed', 'Not reached'])
  })

  it('offers the models of its list, and which of them see', async () => {
    const { user } = await showSection('providers')
    await user.click(screen.getByRole('button', { name: /ModelScope/ }))
    await user.click(screen.getByRole('button', { name: 'Load the list' }))
    expect(await screen.findByText(/3 models, 2 are known to see pictures/)).toBeTruthy()
    await user.click(screen.getByLabelText('Precise', { selector: 'input' }))
    await user.click(await screen.findByRole('option', { name: /235B/ }))
    await waitFor(() =>
      expect(values()?.vision.providers['modelscope']).toEqual({ precise: 'Qwen/Qwen3-VL-235B-A22B-Instruct' })
    )
  })

  it('keeps what was typed as its address when main refuses it', async () => {
    const { user, fake } = await showSection('providers')
    fake.answer('settings.change', () => bad({ code: 'vision-address', message: 'This is no address.' }))
    await user.click(screen.getByRole('button', { name: /ModelScope/ }))
    const field = screen.getByLabelText('Address')
    await user.clear(field)
    await user.type(field, 'example{Enter}')
    expect(await screen.findByText('This is no address.')).toBeTruthy()
    expect(field).toHaveProperty('value', 'example')
  })

  it('is added beside the others', async () => {
    const { user } = await showSection('providers')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    await user.click(await screen.findByRole('menuitem', { name: /OpenRouter/ }))
    await waitFor(() => expect(values()?.vision.providers).toEqual({ openrouter: {} }))
  })

  it('on this machine is found when it answers', async () => {
    const { user, fake } = await showSection('providers')
    await user.click(screen.getByRole('button', { name: 'Look for them' }))
    expect(await screen.findByRole('button', { name: 'Use' })).toBeTruthy()
    expect(argumentsOf(fake, 'vision.check')).toEqual([{ what: 'models', provider: 'ollama' }])
  })
})

describe('a hotkey', () => {
  it('is recorded, and can be undone', async () => {
    const { user } = await showSection('hotkeys')
    await user.click(screen.getByRole('button', { name: /^Read the screen: None/ }))
    await user.keyboard('{Control>}{Alt>}s{/Alt}{/Control}')
    await waitFor(() => expect(values()?.capture.hotkeys).toEqual({ 'read-screen': 'Control+Alt+S' }))
    undoLatest()
    await waitFor(() => expect(values()?.capture.hotkeys).toEqual({}))
  })

  it('stays when recording is left, and goes by Backspace', async () => {
    const { user, fake } = await showSection('hotkeys')
    await user.click(screen.getByRole('button', { name: /^Read a region: Ctrl Shift 1/ }))
    await user.keyboard('{Escape}')
    expect(argumentsOf(fake, 'settings.change')).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Read a region: Ctrl Shift 1/ }))
    await user.keyboard('{Backspace}')
    await waitFor(() => expect(values()?.capture.hotkeys).toEqual({ 'read-region': '' }))
  })

  it('says whether it works in truth', async () => {
    await showSection('hotkeys')
    expect(screen.getByText('Registered.')).toBeTruthy()
    expect(screen.getByText(/Another program has this hotkey. Choose another combination/)).toBeTruthy()
  })
})

describe('a model pack', () => {
  it('is fetched with its progress, and the fetch can be left', async () => {
    const { user, fake } = await showSection('reading')
    const never = new Promise<never>(() => undefined)
    fake.answer('engine.pack', ({ action }: { action: string }) => (action === 'fetch' ? never : good([])))
    await user.click(screen.getByRole('button', { name: 'Download' }))
    fake.tell('engine', { kind: 'pack', id: 'ppocr-v6-small', done: 15_600_000, total: 31_200_000 })
    expect(await screen.findByText('15.6 MB of 31.2 MB')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Download' })).toBeTruthy())
    expect(argumentsOf(fake, 'engine.pack').at(-1)).toEqual({ id: 'ppocr-v6-small', action: 'cancel' })
  })

  it('that is damaged says so', async () => {
    const { user, fake } = await showSection('reading')
    fake.answer('engine.pack', () => bad({ code: 'pack-damaged', message: 'Some files are not what they should be.' }))
    await user.click(screen.getByRole('button', { name: 'Verify' }))
    expect(await screen.findByText('Some files are not what they should be.')).toBeTruthy()
  })
})

describe('the library', () => {
  it('says what a rule would delete before it does', async () => {
    const { user, fake } = await showSection('library')
    expect(screen.getByText('Nothing is ever deleted by itself.')).toBeTruthy()
    await user.type(screen.getByLabelText('Older than days'), '30')
    await user.tab()
    expect(await screen.findByText('By these rules 17 entries would go now: 8.4 MB.')).toBeTruthy()
    expect(values()?.library.keepDays).toBe(30)
    expect(argumentsOf(fake, 'library.care')).toContainEqual({ action: 'plan', rules: { days: 30 } })
  })

  it('forgets today only after the number was said', async () => {
    const { user, fake } = await showSection('library')
    await user.click(screen.getByRole('button', { name: 'Forget what was captured today' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/17 captures of today are deleted for good/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(argumentsOf(fake, 'library.care')).not.toContainEqual(expect.objectContaining({ action: 'prune' }))
    await user.click(screen.getByRole('button', { name: 'Forget what was captured today' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete for good' }))
    await waitFor(() =>
      expect(argumentsOf(fake, 'library.care')).toContainEqual(expect.objectContaining({ action: 'prune' }))
    )
  })

  it('is moved: how far it is can be seen, and it can be called off', async () => {
    const { user, fake } = await showSection('library')
    const moved = Promise.withResolvers<unknown>()
    fake.answer('library.care', ({ action }: { readonly action: string }) =>
      action === 'move' ? moved.promise : good({ kind: 'cancelled' })
    )
    await user.click(screen.getByRole('button', { name: 'Move…' }))
    act(() => fake.tell('library', { kind: 'moving', done: 0.4 }))
    expect(screen.getByText('Copying to the new folder: 40%')).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: 'Moving the library' }).getAttribute('aria-valuenow')).toBe('40')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(argumentsOf(fake, 'library.care').at(-1)).toEqual({ action: 'stay' })
    await act(async () => moved.resolve(good({ kind: 'cancelled' })))
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(screen.getByRole('button', { name: 'Move…' })).toBeTruthy()
  })

  it('that was moved says that the app starts again; what was refused is told', async () => {
    const { user, fake } = await showSection('library')
    fake.answer('library.care', () => bad({ code: 'usage', message: 'The library is in this folder already.' }))
    await user.click(screen.getByRole('button', { name: 'Move…' }))
    expect(await screen.findByText('The library is in this folder already.')).toBeTruthy()
    fake.answer('library.care', () => good({ kind: 'moved' }))
    await user.click(screen.getByRole('button', { name: 'Move…' }))
    expect(await screen.findByText(/Glyphlens starts again/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Cancel' }).hasAttribute('disabled')).toBe(true)
  })

  it('offers to mend what a check has found', async () => {
    const { user, fake } = await showSection('library')
    fake.answer('library.care', () =>
      good({ kind: 'check', sound: false, sentences: [{ message: '3 previews are missing.' }] })
    )
    await user.click(screen.getByRole('button', { name: 'Check' }))
    expect(await screen.findByText('3 previews are missing.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Mend' }))
    expect(argumentsOf(fake, 'library.care').at(-1)).toEqual({ action: 'check', thorough: true, mend: true })
  })
})

describe('a task of one’s own', () => {
  it('is written, with a name of its own', async () => {
    const { user } = await showSection('tasks')
    await user.click(screen.getByRole('button', { name: 'New task' }))
    await user.type(screen.getByLabelText(/^Name/), 'Allergens')
    await user.type(screen.getByLabelText(/^What the model is asked/), 'List the dates.')
    expect(screen.getByText('Another task has this name.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    await user.clear(screen.getByLabelText(/^Name/))
    await user.type(screen.getByLabelText(/^Name/), 'Dates')
    await user.selectOptions(screen.getByLabelText('Answer'), 'tables')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(values()?.tasks.custom.at(-1)).toEqual({ name: 'Dates', prompt: 'List the dates.', result: 'tables' })
    )
  })

  it('comes back when its removal is undone', async () => {
    const { user } = await showSection('tasks')
    await user.click(screen.getByRole('button', { name: 'Remove Allergens' }))
    await waitFor(() => expect(values()?.tasks.custom).toEqual([]))
    undoLatest()
    await waitFor(() => expect(values()?.tasks.custom).toHaveLength(1))
  })
})
