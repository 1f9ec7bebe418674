// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { QueueStatus } from '../../../../preload/contract/jobs.ts'
import { useView } from '../../../../renderer/app/view.ts'
import { BatchRoom } from '../../../../renderer/features/batch/index.ts'
import { useChosen } from '../../../../renderer/features/batch/useChosen.ts'
import { firstWish, useWish } from '../../../../renderer/features/composer/wish.ts'
import { bad, good } from '../../fake-bridge.ts'
import { layOut } from '../../laid-out.ts'
import { type Shown, show } from '../../window.tsx'

layOut(840)

beforeEach(() => {
  useView.setState({ room: 'batch', entry: undefined, subjects: [], drafts: {} })
  useChosen.setState({ batch: undefined, files: 'all' })
  useWish.setState({ wish: firstWish })
})

const none = { queued: 0, running: 0, waiting: 0, done: 0, failed: 0, cancelled: 0, unsure: 0 }
const batch: QueueStatus['batches'][number] = {
  id: 1,
  title: 'Invoices',
  source: 'folder',
  created: Date.UTC(2026, 10, 30, 9),
  paused: false,
  watched: false,
  listed: true,
  states: { ...none, queued: 4, done: 31, failed: 2 },
  refused: 1
}
const status: QueueStatus = {
  paused: false,
  states: batch.states,
  waiting: {},
  progress: { done: 31, failed: 2, remaining: 4, rate: 2, timeLeft: 2000 },
  batches: [batch],
  refusals: [
    {
      path: 'Invoices/broken.png',
      problem: { code: 'picture-damaged', message: 'The picture is damaged.', advice: 'Save it again.' }
    }
  ]
}

/** The room with a queue that stands as a test wishes. */
async function open(changed: Partial<QueueStatus> = {}, shown?: 'zh-CN'): Promise<Shown> {
  const result = await show(<BatchRoom />, shown === undefined ? {} : { shown })
  result.fake.answer('jobs.status', () => good({ ...status, ...changed }))
  await act(async () => result.fake.tell('library', { kind: 'changed' }))
  return result
}

const wishes = ({ fake }: Shown): unknown[] =>
  fake.calls.filter(({ channel }) => channel === 'jobs.change').map(({ argument }) => argument)

describe('the room of batches', () => {
  test('tells how far queue and batch are', async () => {
    await open()
    expect(await screen.findByText('4 left · 2 a second · about 2 sec left')).toBeTruthy()
    expect(screen.getByText('31 of 37 · 89% · 2 failed · about 2 sec left')).toBeTruthy()
    expect(await screen.findByRole('grid', { name: 'Entries' })).toBeTruthy()
  })

  test('says what is waited for, and that a person is asked', async () => {
    await open({ states: { ...none, waiting: 3, unsure: 1 }, waiting: { quota: 2, 'needs-key': 1 } })
    expect(await screen.findByText('1 needs a key · 2 wait for the quota · 1 asks for your word')).toBeTruthy()
  })

  test.each([
    ['Pause', {}, { which: { batch: 1 }, wish: { kind: 'pause' } }],
    ['Resume', { paused: true }, { which: { batch: 1 }, wish: { kind: 'resume' } }],
    ['Retry failed', {}, { which: { batch: 1, states: ['failed'] }, wish: { kind: 'retry' } }],
    ['Stop watching', { watched: true }, { which: { batch: 1 }, wish: { kind: 'unwatch' } }]
  ])('%s', async (name, changed, expected) => {
    const shown = await open({ batches: [{ ...batch, ...changed }] })
    await shown.user.click(await screen.findByRole('button', { name }))
    expect(wishes(shown)).toEqual([expected])
  })

  test('the whole queue rests and goes on', async () => {
    const shown = await open()
    await shown.user.click(await screen.findByRole('button', { name: 'Pause all' }))
    expect(wishes(shown)).toEqual([{ which: {}, wish: { kind: 'pause' } }])
  })

  test('a batch is cancelled only after a yes', async () => {
    const shown = await open()
    await shown.user.click(await screen.findByRole('button', { name: 'Cancel' }))
    const dialog = await screen.findByRole('dialog')
    await shown.user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(wishes(shown)).toEqual([])
    await shown.user.click(screen.getByRole('button', { name: 'Cancel' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Cancel the batch' }))
    expect(wishes(shown)).toEqual([{ which: { batch: 1 }, wish: { kind: 'cancel' } }])
  })

  test('a batch that is done has nothing to pause', async () => {
    await open({ batches: [{ ...batch, states: { ...none, done: 3 } }] })
    expect(await screen.findAllByText('3 of 3')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
  })

  test('files are listed by where they stand, those that were refused with the reason', async () => {
    const shown = await open()
    await shown.user.click(await screen.findByRole('radio', { name: /Failed/ }))
    await waitFor(() =>
      expect(shown.fake.calls).toContainEqual({
        channel: 'library.find',
        argument: expect.objectContaining({ filters: { batch: 1, states: ['failed', 'cancelled'] } })
      })
    )
    await shown.user.click(screen.getByRole('radio', { name: /Refused/ }))
    expect(await screen.findByText('Invoices/broken.png')).toBeTruthy()
    expect(shown.fake.calls).toContainEqual({ channel: 'jobs.status', argument: { batch: 1 } })
    expect(screen.getByText('The picture is damaged. Save it again.')).toBeTruthy()
  })

  test('all that is done is exported', async () => {
    const shown = await open()
    await shown.user.click(await screen.findByRole('button', { name: 'Export all' }))
    await shown.user.click(await screen.findByRole('menuitem', { name: 'CSV' }))
    await screen.findByText('Saved as glyphlens.csv')
    const exported = shown.fake.calls.find(({ channel }) => channel === 'library.export')?.argument
    expect(exported).toMatchObject({ format: 'csv' })
    expect((exported as { ids: number[] }).ids.length).toBeGreaterThan(10)
  })

  test('a folder is taken to the composer', async () => {
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: 'New batch' }))
    await user.click(await screen.findByRole('menuitem', { name: 'A folder…' }))
    await waitFor(() => expect(useView.getState().subjects).toHaveLength(1))
    expect(useView.getState().room).toBe('library')
  })

  test('a folder is watched with what is to be done', async () => {
    const shown = await open()
    const token = 'f'.repeat(32)
    shown.fake.answer('app.take', () => good([{ kind: 'folder', token, name: 'Scans' }]))
    await shown.user.click(await screen.findByRole('button', { name: 'New batch' }))
    await shown.user.click(await screen.findByRole('menuitem', { name: 'Watch a folder…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Watch Scans' })
    expect(within(dialog).getByText('Stays on this device. Nothing is sent.')).toBeTruthy()
    await shown.user.click(within(dialog).getByRole('button', { name: 'Watch' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(shown.fake.calls.find(({ channel }) => channel === 'library.care')?.argument).toEqual({
      action: 'watch',
      token,
      ask: { task: 'read', engine: 'device' }
    })
    expect(useChosen.getState().batch).toBe(2)
  })

  test('without a batch it says what it is for', async () => {
    await open({ batches: [], states: none })
    expect(await screen.findByText('No batches yet')).toBeTruthy()
    expect(screen.getByText('Everything is done.')).toBeTruthy()
  })

  test('speaks Chinese', async () => {
    await open({}, 'zh-CN')
    expect(await screen.findByText('31 / 37 · 89% · 2 个失败 · 大约还需 2秒')).toBeTruthy()
  })

  test('a problem is told, and tried again', async () => {
    const shown = await open()
    shown.fake.answer('jobs.status', () => bad({ code: 'library-busy', message: 'The library is busy.' }))
    act(() => shown.fake.tell('library', { kind: 'changed' }))
    const alert = await screen.findByRole('alert')
    shown.fake.answer('jobs.status', () => good(status))
    await shown.user.click(within(alert).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })
})
