// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { QueueStatus } from '../../../../preload/contract/jobs.ts'
import { useStatus } from '../../../../renderer/features/batch/useStatus.ts'
import { good } from '../../fake-bridge.ts'
import { startWindow } from '../../window.tsx'

const states = { queued: 0, running: 0, waiting: 0, done: 0, failed: 0, cancelled: 0, unsure: 0 }
const withDone = (done: number): QueueStatus => ({
  paused: false,
  states: { ...states, done },
  waiting: {},
  progress: { done, failed: 0, remaining: 0, rate: 0, timeLeft: 0 },
  batches: [],
  refusals: []
})

test('what changes while the queue is looked at is looked at again', async () => {
  const fake = await startWindow()
  const slow = Promise.withResolvers<void>()
  let done = 1
  fake.answer('jobs.status', async () => {
    const answer = good(withDone(done))
    if (done === 2) await slow.promise
    return answer
  })
  const { result } = renderHook(() => useStatus(undefined))
  await waitFor(() => expect(result.current.status?.states.done).toBe(1))
  done = 2
  act(() => fake.tell('jobs', { kind: 'changed', ids: undefined }))
  await waitFor(() => expect(fake.calls.filter(({ channel }) => channel === 'jobs.status')).toHaveLength(2))
  done = 3
  act(() => fake.tell('jobs', { kind: 'changed', ids: undefined }))
  await act(async () => slow.resolve())
  await waitFor(() => expect(result.current.status?.states.done).toBe(3))
})

test('nothing is looked at any more once the room is closed', async () => {
  const fake = await startWindow()
  const first = Promise.withResolvers<void>()
  fake.answer('jobs.status', async () => {
    await first.promise
    return good(withDone(1))
  })
  const { unmount } = renderHook(() => useStatus(undefined))
  act(() => fake.tell('jobs', { kind: 'changed', ids: undefined }))
  await act(async () => first.resolve())
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  unmount()
  expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout')).toHaveLength(timers - 1)
})
