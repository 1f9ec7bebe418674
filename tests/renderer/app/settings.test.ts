// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { changeSettings, followSettings, useKnownSettings } from '../../../renderer/app/settings.ts'
import { bad, good } from '../fake-bridge.ts'
import { startWindow } from '../window.tsx'

const theme = () => useKnownSettings.getState().view?.values.appearance.theme

describe('settings', () => {
  it('change at once, before main has answered', async () => {
    await startWindow()
    const answer = changeSettings({ appearance: { theme: 'dark' } })
    expect(theme()).toBe('dark')
    expect(useKnownSettings.getState().view?.values.appearance.textScale).toBe(1)
    expect((await answer).ok).toBe(true)
    expect(theme()).toBe('dark')
  })

  it('go back when main refuses', async () => {
    const fake = await startWindow()
    fake.answer('settings.change', () => bad({ code: 'disk', message: 'The disk is full.' }))
    const answer = await changeSettings({ appearance: { theme: 'dark' } })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'disk' } })
    expect(theme()).toBe('system')
  })

  it('are read again when main says so, until nobody listens', async () => {
    const fake = await startWindow()
    const view = useKnownSettings.getState().view
    if (view === undefined) throw new TypeError('not read')
    const stop = followSettings()
    const dark = { ...view, values: { ...view.values, appearance: { ...view.values.appearance, theme: 'dark' } } }
    fake.answer('settings.read', () => good(dark))
    fake.tell('settings', { kind: 'changed' })
    await expect.poll(theme).toBe('dark')
    stop()
    const reads = fake.calls.length
    fake.tell('settings', { kind: 'changed' })
    expect(fake.calls.length).toBe(reads)
  })

  it('keep what they were when they cannot be read again', async () => {
    const fake = await startWindow()
    fake.answer('settings.read', () => bad({ code: 'settings-damaged', message: 'Damaged.' }))
    const stop = followSettings()
    await expect.poll(() => useKnownSettings.getState().problem?.code).toBe('settings-damaged')
    stop()
    expect(theme()).toBe('system')
  })
})
