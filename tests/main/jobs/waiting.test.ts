import { describe, expect, it } from 'vitest'
import { Failure, type FailureCode } from '../../../main/failure.ts'
import { isDiskFull } from '../../../main/jobs/disk-full.ts'
import { type Hold, holdOf, type Outcome, outcomeOf, timeAfterCrash } from '../../../main/jobs/waiting.ts'
import { VisionFailure, type VisionFailureOptions } from '../../../main/vision/failure.ts'

const now = 1_764_000_000_000
const minute = 60_000

function vision(code: FailureCode, options: VisionFailureOptions = {}): VisionFailure {
  return new VisionFailure(code, 'It failed.', options)
}

describe('a failed job', () => {
  const cases: readonly [string, Failure, number, boolean, Outcome][] = [
    ['offline', vision('vision-dns'), 1, false, { state: 'waiting', reason: 'offline', notBefore: now + minute }],
    [
      'long offline',
      vision('vision-dns'),
      9,
      false,
      { state: 'waiting', reason: 'offline', notBefore: now + 15 * minute }
    ],
    ['no key', vision('vision-key-missing'), 1, false, { state: 'waiting', reason: 'needs-key', notBefore: undefined }],
    ['no money', vision('vision-balance'), 1, true, { state: 'waiting', reason: 'needs-key', notBefore: undefined }],
    ['rate', vision('vision-rate'), 1, true, { state: 'waiting', reason: 'rate', notBefore: now + minute }],
    [
      'rate with advice',
      vision('vision-rate', { retry: { kind: 'soon', milliseconds: 2500 } }),
      1,
      true,
      { state: 'waiting', reason: 'rate', notBefore: now + 2500 }
    ],
    [
      'quota',
      vision('vision-quota-day', { retry: { kind: 'at', time: now + 500 } }),
      1,
      true,
      { state: 'waiting', reason: 'quota', notBefore: now + 500 }
    ],
    [
      'quota of unknown end',
      vision('vision-quota-day'),
      1,
      true,
      { state: 'waiting', reason: 'quota', notBefore: now + 60 * minute }
    ],
    ['upstream', vision('vision-upstream'), 1, true, { state: 'waiting', reason: 'retry', notBefore: now + 2000 }],
    ['upstream too often', vision('vision-upstream'), 4, true, { state: 'failed' }],
    ['broken off', vision('vision-network', { mayBeCounted: true }), 1, true, { state: 'unsure' }],
    ['timeout', vision('vision-timeout', { mayBeCounted: true }), 1, true, { state: 'unsure' }],
    ['empty answer', vision('vision-empty', { mayBeCounted: true }), 1, true, { state: 'failed' }],
    [
      'no room after an answer',
      new Failure('disk', 'Full.', { cause: { code: 'ENOSPC' } }),
      1,
      true,
      { state: 'failed' }
    ],
    [
      'no room',
      new Failure('disk', 'Full.', { cause: { code: 'ENOSPC' } }),
      1,
      false,
      { state: 'waiting', reason: 'disk-full', notBefore: undefined }
    ],
    [
      'another fault of the disk',
      new Failure('disk', 'Broken.', { cause: { code: 'EIO' } }),
      1,
      false,
      { state: 'failed' }
    ],
    [
      'engine crashed',
      new Failure('engine-crashed', 'Crashed.'),
      1,
      false,
      { state: 'waiting', reason: 'retry', notBefore: now + 2000 }
    ],
    ['damaged picture', new Failure('picture-damaged', 'Damaged.'), 1, false, { state: 'failed' }],
    ['model gone', vision('vision-model-gone', { retry: { kind: 'other-model' } }), 1, true, { state: 'failed' }],
    ['called off', new Failure('cancelled', 'Cancelled.'), 1, false, { state: 'cancelled' }]
  ]

  it.each(cases)('%s', (_name, failure, attempts, marked, expected) => {
    expect(outcomeOf(failure, attempts, marked, now)).toEqual(expected)
  })
})

describe('other jobs', () => {
  const cases: readonly [FailureCode, Partial<Hold>][] = [
    ['vision-network', { scope: 'engine', reason: 'offline' }],
    ['vision-auth', { scope: 'engine', reason: 'needs-key', notBefore: undefined }],
    ['vision-rate', { scope: 'engine', reason: 'rate' }],
    ['vision-quota-day', { scope: 'model', reason: 'quota' }],
    ['vision-model-gone', { scope: 'model', reason: 'paused' }],
    ['vision-tls', { scope: 'engine', reason: 'paused' }],
    ['engine-not-startable', { scope: 'engine', reason: 'paused' }]
  ]

  it.each(cases)('are held after %s', (code, expected) => {
    expect(holdOf(vision(code), 1, now)).toMatchObject(expected)
  })

  it.each(['vision-upstream', 'vision-content-blocked', 'picture-damaged'] as const)(
    'are not held after %s',
    (code) => {
      expect(holdOf(vision(code), 1, now)).toBeUndefined()
    }
  )
})

describe('after a crash', () => {
  it.each([
    [1, undefined],
    [2, undefined],
    [3, now + 5000],
    [99, now + 10 * minute]
  ])('number %i', (attempts, expected) => {
    expect(timeAfterCrash(attempts, now)).toBe(expected)
  })
})

describe('a full disk', () => {
  it.each([
    [{ code: 'ENOSPC' }, true],
    [{ code: 'EDQUOT' }, true],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, true],
    [new Failure('disk', 'Full.', { cause: new Error('x', { cause: { code: 'ENOSPC' } }) }), true],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 5 }, false],
    [new Error('full'), false],
    [undefined, false]
  ])('is told from other faults: %j', (error, expected) => {
    expect(isDiskFull(error)).toBe(expected)
  })

  it('is not looked for in a circle without end', () => {
    const circle: { cause?: unknown } = {}
    circle.cause = circle
    expect(isDiskFull(circle)).toBe(false)
  })
})
