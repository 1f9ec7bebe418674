// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { Frame } from '../../../../renderer/app/shell/Frame.tsx'
import { useView } from '../../../../renderer/app/view.ts'
import { sampleSettings } from '../../fake/settings.ts'
import { type Shown, show } from '../../window.tsx'

beforeEach(() => useView.setState({ room: 'library', entry: undefined, subjects: [] }))

const fresh = {
  ...sampleSettings,
  values: { ...sampleSettings.values, desktop: { ...sampleSettings.values.desktop, welcomed: false } }
}
const changes = ({ fake }: Shown): unknown[] =>
  fake.calls.filter(({ channel }) => channel === 'settings.change').map(({ argument }) => argument)

describe('the welcome', () => {
  test('is what a first start shows, and counts as seen with that', async () => {
    const shown = await show(<Frame />, { settings: fresh })
    expect(useView.getState().room).toBe('welcome')
    expect(changes(shown)).toEqual([{ desktop: { welcomed: true } }])
    expect(await screen.findByRole('heading', { name: 'Ask any picture on your screen' })).toBeTruthy()
  })

  test('is left by whatever way, and does not come back', async () => {
    const shown = await show(<Frame />, { settings: fresh })
    act(() => useView.getState().go('batch'))
    act(() => shown.fake.tell('settings', { kind: 'changed' }))
    await waitFor(() => expect(shown.fake.calls.some(({ channel }) => channel === 'jobs.status')).toBe(true))
    expect(useView.getState().room).toBe('batch')
    expect(changes(shown)).toHaveLength(1)
  })

  test.each<[string, typeof fresh, 'library' | 'settings']>([
    ['who has seen it', sampleSettings, 'library'],
    ['who has gone elsewhere before main answered', fresh, 'settings']
  ])('is not shown to %s', async (_title, settings, room) => {
    useView.setState({ room })
    const shown = await show(<Frame />, { settings })
    expect(useView.getState().room).toBe(room)
    expect(changes(shown)).toEqual([])
  })
})
