import { describe, expect, it } from 'vitest'
import { isWorthWaiting } from '../../../../main/cli/queue/patience.ts'
import { describeProgress } from '../../../../main/cli/queue/progress.ts'
import { causeOf, describeWaits, exitCodeOfWaits, type Waiting } from '../../../../main/cli/queue/waits.ts'
import type { Job } from '../../../../main/jobs/job.ts'
import type { JobState, WaitingReason } from '../../../../main/jobs/standing.ts'

const now = Date.UTC(2026, 10, 23, 12)
const minute = 60_000

function job(change: Partial<Job>): Job {
  return {
    id: 1,
    uid: '',
    picture: '',
    batch: undefined,
    name: 'a.png',
    source: 'folder',
    origin: undefined,
    page: undefined,
    task: 'ask',
    engine: 'modelscope',
    model: 'one',
    parameters: {},
    priority: 20,
    failure: undefined,
    created: now,
    started: undefined,
    finished: undefined,
    state: 'waiting',
    reason: undefined,
    notBefore: undefined,
    attempts: 1,
    call: undefined,
    leaseUntil: undefined,
    ...change
  }
}

describe('isWorthWaiting', () => {
  it.each<[WaitingReason, number | undefined, boolean, boolean]>([
    ['retry', 2000, false, true],
    ['rate', minute, false, true],
    ['rate', 15 * minute, false, false],
    ['offline', minute, false, false],
    ['offline', minute, true, true],
    ['offline', 15 * minute, true, false],
    ['quota', minute, true, false],
    ['needs-key', undefined, true, false],
    ['disk-full', undefined, true, false],
    ['paused', undefined, true, false]
  ])('for %s in %s ms (something was answered: %s) is %s', (reason, wait, answered, worth) => {
    const notBefore = wait === undefined ? undefined : now + wait
    expect(isWorthWaiting({ reason, notBefore }, { answered, now })).toBe(worth)
  })
})

describe('causeOf', () => {
  it.each<[JobState, WaitingReason | undefined, boolean, string | undefined]>([
    ['waiting', 'quota', false, 'quota'],
    ['unsure', undefined, false, 'unsure'],
    ['queued', undefined, true, 'held'],
    ['queued', undefined, false, undefined],
    ['running', undefined, true, undefined],
    ['done', undefined, true, undefined]
  ])('%s, %s, held: %s', (state, reason, held, cause) => {
    expect(causeOf({ state, reason }, held)).toBe(cause)
  })
})

describe('exitCodeOfWaits', () => {
  it.each<[Waiting['cause'][], number]>([
    [[], 0],
    [['offline'], 4],
    [['rate', 'retry', 'disk-full'], 4],
    [['offline', 'needs-key'], 3],
    [['quota'], 3],
    [['unsure'], 3],
    [['held'], 3]
  ])('of %j is %i', (causes, code) => {
    expect(exitCodeOfWaits(causes.map((cause) => ({ cause })))).toBe(code)
  })
})

describe('describeWaits', () => {
  it('tells of jobs that wait for the same once, with what a person can do', () => {
    const failure = { code: 'vision-key-missing', message: 'No key.', advice: 'Give one.' } as const
    const lines = describeWaits([
      { job: job({ id: 1, failure }), cause: 'needs-key' },
      { job: job({ id: 2, state: 'unsure' }), cause: 'unsure' },
      { job: job({ id: 3, failure }), cause: 'needs-key' }
    ])
    expect(lines).toEqual([
      '2 pictures wait (modelscope): a key is needed.',
      '  No key.',
      '  Give one.',
      '1 picture waits (modelscope): a call may have been answered; see "glyphlens queue resolve --help".'
    ])
  })
})

describe('describeProgress', () => {
  it.each([
    [{ done: 0, before: 0, failed: 0 }, { remaining: 5, rate: undefined, left: undefined }, '[0/5]'],
    [
      { done: 4, before: 0, failed: 1 },
      { remaining: 7, rate: 2.14, left: 3500 },
      '[5/12] 1 failed, 2.1 a second, 4 s left'
    ],
    [{ done: 1, before: 0, failed: 0 }, { remaining: 1, rate: 0.05, left: 20_000 }, '[1/2] 3.0 a minute, 20 s left']
  ])('of %j and %j is %s', (counts, outlook, text) => {
    expect(describeProgress(counts, outlook)).toBe(text)
  })
})
