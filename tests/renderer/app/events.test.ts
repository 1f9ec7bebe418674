// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { hear, useSystem } from '../../../renderer/app/events.ts'
import { useView } from '../../../renderer/app/view.ts'
import { samplePicture } from '../fake-bridge.ts'
import { show } from '../window.tsx'

beforeEach(() => useView.setState({ room: 'batch', entry: undefined, subjects: [] }))

describe('what main tells', () => {
  it('leads to rooms and entries', () => {
    hear({ kind: 'go', room: 'settings' })
    expect(useView.getState().room).toBe('settings')
    hear({ kind: 'go', room: 'library', entry: 7 })
    expect(useView.getState()).toMatchObject({ room: 'library', entry: 7 })
  })

  it('opens the composer for files that the system handed over', () => {
    hear({ kind: 'taken', items: [samplePicture(3)] })
    expect(useView.getState().subjects).toHaveLength(1)
  })

  it('is shown as a notice that opens its entry', async () => {
    const { user } = await show(null)
    act(() => hear({ kind: 'notice', level: 'info', problem: { message: 'Read.', advice: 'Look.', entry: 5 } }))
    expect(screen.getByText(/Read. Look./)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Open' }))
    expect(useView.getState()).toMatchObject({ room: 'library', entry: 5 })
  })

  it('changes the contrast with the system', () => {
    hear({ kind: 'theme', dark: true, highContrast: true })
    expect(useSystem.getState().highContrast).toBe(true)
  })

  it('offers to install a version that is ready, and says nothing of one that is not', async () => {
    const { user, fake } = await show(null)
    act(() => hear({ kind: 'update', state: { kind: 'downloading', version: '2.0.0', done: 0.5 } }))
    expect(screen.queryByText(/2.0.0/)).toBeNull()
    act(() => hear({ kind: 'update', state: { kind: 'ready', version: '2.0.0' } }))
    await user.click(screen.getByRole('button', { name: 'Restart and install' }))
    expect(fake.calls.at(-1)).toEqual({ channel: 'app.update', argument: { action: 'install' } })
  })
})
