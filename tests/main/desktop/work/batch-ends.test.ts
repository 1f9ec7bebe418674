import { beforeEach, expect, test } from 'vitest'
import type { Archive } from '../../../../main/archive.ts'
import { type BatchEnd, watchBatches } from '../../../../main/desktop/work/batch-ends.ts'
import type { Job } from '../../../../main/jobs/job.ts'

interface Facts {
  states: Partial<Record<string, number>>
  isListed: boolean
  watched: boolean
}

let facts: Facts
let ends: BatchEnd[]
let hear: ReturnType<typeof watchBatches>

beforeEach(() => {
  facts = { states: { done: 2, failed: 1 }, isListed: true, watched: false }
  ends = []
  const none = { queued: 0, running: 0, waiting: 0, done: 0, failed: 0, cancelled: 0, unsure: 0 }
  const queue = {
    counts: () => ({ states: { ...none, ...facts.states }, waiting: {} }),
    batches: { listed: () => facts.isListed, get: (id: number) => ({ id, title: 'Receipts', watched: facts.watched }) }
  }
  hear = watchBatches(
    () => ({ queue }) as unknown as Archive,
    (end) => ends.push(end)
  )
})
const left = (batch: number | undefined): void => hear({ kind: 'left', job: { id: 1, batch } as unknown as Job })
const rest = (): void => hear({ kind: 'idle', next: undefined })

test('it ends when the runner rests and nothing is left, once', () => {
  left(4)
  expect(ends).toEqual([])
  rest()
  rest()
  expect(ends).toEqual([{ title: 'Receipts', done: 2, failed: 1 }])
})

test.each([
  ['jobs wait for a quota', { states: { done: 2, waiting: 1 } }],
  ['somebody is asked', { states: { done: 2, unsure: 1 } }],
  ['files are still looked for', { isListed: false }]
] as [string, Partial<Facts>][])('not while %s', (_what, some) => {
  Object.assign(facts, some)
  left(4)
  rest()
  expect(ends).toEqual([])
  Object.assign(facts, { states: { done: 3 }, isListed: true })
  rest()
  expect(ends).toHaveLength(1)
})

test('a watched folder never ends, and single jobs are no batch', () => {
  facts.watched = true
  left(4)
  left(undefined)
  rest()
  expect(ends).toEqual([])
})
