import { describe, expect, test } from 'vitest'
import type { BatchStatus } from '../../../../preload/contract/jobs.ts'
import { inSeconds, progressOf, timeLeft } from '../../../../renderer/features/batch/progress.ts'

const none = { queued: 0, running: 0, waiting: 0, done: 0, failed: 0, cancelled: 0, unsure: 0 }
const batchOf = (states: Partial<typeof none>, more: Partial<BatchStatus> = {}) => ({
  states: { ...none, ...states },
  listed: true,
  watched: false,
  paused: false,
  ...more
})

describe('progress of a batch', () => {
  test.each([
    [
      'in the middle',
      batchOf({ queued: 3, running: 1, waiting: 1, unsure: 1, done: 3, failed: 1 }),
      { total: 10, waiting: 2, open: 4, part: 0.4, isSettled: false }
    ],
    ['all done', batchOf({ done: 4, cancelled: 1 }), { total: 5, part: 1, isSettled: true }],
    ['nothing in it', batchOf({}), { total: 0, part: 1, isSettled: true }],
    ['still being listed', batchOf({}, { listed: false }), { total: 0, part: 0, isSettled: false }],
    ['a watched folder is never settled', batchOf({ done: 2 }, { watched: true }), { part: 1, isSettled: false }]
  ])('%s', (_title, batch, expected) => {
    expect(progressOf(batch)).toMatchObject(expected)
  })
})

describe('time left', () => {
  const progress = { done: 0, failed: 0, remaining: 9, rate: 2, timeLeft: 4500 }
  test.each([
    ['by the rate, in whole seconds', batchOf({ queued: 4, running: 1 }), progress, false, 3000],
    ['unknown without a rate', batchOf({ queued: 4 }), { ...progress, rate: undefined }, false, undefined],
    ['unknown while it rests', batchOf({ queued: 4 }, { paused: true }), progress, false, undefined],
    ['unknown while the queue rests', batchOf({ queued: 4 }), progress, true, undefined],
    ['none where all wait', batchOf({ waiting: 4 }), progress, false, undefined]
  ])('%s', (_title, batch, known, isQueuePaused, expected) => {
    expect(timeLeft(batch, known, isQueuePaused)).toBe(expected)
  })

  test('an estimate has no tenths', () => {
    expect([inSeconds(8750), inSeconds(9000), inSeconds(1)]).toEqual([9000, 9000, 1000])
  })
})
