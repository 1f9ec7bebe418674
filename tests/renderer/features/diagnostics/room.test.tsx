// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../preload/contract/app.ts'
import { countOf, groupsOf, worstOf } from '../../../../renderer/features/diagnostics/groups.ts'
import { DiagnosticsRoom } from '../../../../renderer/features/diagnostics/index.ts'
import { rowsOf } from '../../../../renderer/features/diagnostics/times.ts'
import { bad, good } from '../../fake-bridge.ts'
import { show } from '../../window.tsx'

const finding = (room: Finding['room'], state: Finding['state'], more: Partial<Finding> = {}): Finding => ({
  room,
  name: 'Name',
  value: 'value',
  state,
  ...more
})

describe('findings', () => {
  test('stand by room, each as bad as its worst', () => {
    const all = [finding('engine', 'good'), finding('hotkeys', 'doubtful'), finding('engine', 'bad')]
    expect(groupsOf(all).map(({ room, state, findings }) => [room, state, findings.length])).toEqual([
      ['engine', 'bad', 2],
      ['hotkeys', 'doubtful', 1]
    ])
    expect([worstOf([]), countOf(all, 'bad'), countOf(all, 'doubtful')]).toEqual(['plain', 1, 1])
  })
})

describe('times', () => {
  test('of captures that went so far', () => {
    const captures = [
      { mode: 'read-region', overlay: 100, text: 500 },
      { mode: 'read-region', overlay: 300 },
      { mode: 'ask-region', overlay: 200 }
    ] as const
    expect(rowsOf(captures)).toEqual([
      { wait: 'overlay', median: 200, longest: 300, values: [100, 300, 200] },
      { wait: 'text', median: 500, longest: 500, values: [500, undefined, undefined] }
    ])
    expect(rowsOf([])).toEqual([])
    expect(rowsOf(Array.from({ length: 90 }, () => captures[0]))[0]?.values).toHaveLength(40)
  })
})

describe('the room', () => {
  test('shows what was found, what to do, and the times', async () => {
    await show(<DiagnosticsRoom />)
    expect(await screen.findByText('1 thing does not work.')).toBeTruthy()
    const hotkeys = screen.getByRole('heading', { name: 'Hotkeys' }).closest('section') as HTMLElement
    expect(within(hotkeys).getByRole('img', { name: 'Bad' })).toBeTruthy()
    expect(within(hotkeys).getByText('Choose another combination.')).toBeTruthy()
    expect(screen.getByRole('columnheader', { name: 'The last 24 captures' })).toBeTruthy()
  })

  test('copies the report by one click, and looks again by another', async () => {
    const { user, fake } = await show(<DiagnosticsRoom />)
    await screen.findByText('1 thing does not work.')
    await user.click(screen.getByRole('button', { name: 'Copy report' }))
    expect(await navigator.clipboard.readText()).toBe('Glyphlens 0.1.0\nengine: running, 4 threads')
    fake.answer('app.diagnose', () => good({ findings: [finding('app', 'good')], captures: [], report: '' }))
    await user.click(screen.getByRole('button', { name: 'Look again' }))
    expect(await screen.findByText('All is well.')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('says what kept it from looking', async () => {
    const { user, fake } = await show(<DiagnosticsRoom />)
    await screen.findByText('1 thing does not work.')
    fake.answer('app.diagnose', () => bad({ code: 'internal', message: 'Odd.' }))
    await user.click(screen.getByRole('button', { name: 'Look again' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Engine' })).toBeTruthy())
  })

  test('speaks Chinese', async () => {
    await show(<DiagnosticsRoom />, { shown: 'zh-CN' })
    expect(await screen.findByText('1 项无法工作。')).toBeTruthy()
  })
})
