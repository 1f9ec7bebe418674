import { describe, expect, test } from 'vitest'
import { cancelled, Failure, type FailureCode, failureCodes } from '../../../main/failure.ts'
import { type RetryAdvice, VisionFailure, type VisionFailureOptions } from '../../../main/vision/failure.ts'
import { decideRetry, type RetryState } from '../../../main/vision/retry.ts'

const now = 1_000_000
const first: RetryState = { attempt: 1, shownText: false, shrinksDone: 0, now, random: () => 0 }
const soon: RetryAdvice = { kind: 'soon', milliseconds: 2000 }
const giveUp = { kind: 'give-up' }

function decide(code: FailureCode, options: VisionFailureOptions, changes: Partial<RetryState> = {}) {
  return decideRetry(new VisionFailure(code, 'x', options), { ...first, ...changes })
}

const again = (afterMilliseconds: number) => ({ kind: 'again', afterMilliseconds })
const passing: readonly FailureCode[] = ['vision-rate', 'vision-upstream', 'vision-empty', 'vision-cut-off']

describe('a call that failed once, and may be asked soon', () => {
  test.each(failureCodes)('%s', (code) => {
    const expected =
      code === 'vision-picture-pixels'
        ? { kind: 'again', afterMilliseconds: 0, change: 'smaller' }
        : code === 'vision-model-gone'
          ? { kind: 'again', afterMilliseconds: 0, change: 'other-model' }
          : passing.includes(code)
            ? again(2000)
            : giveUp
    expect(decide(code, { retry: soon })).toEqual(expected)
  })
})

describe('a call is repeated', () => {
  test.each<[string, FailureCode, VisionFailureOptions, Partial<RetryState>, object]>([
    ['after 502', 'vision-upstream', { retry: soon, status: 502 }, {}, again(2000)],
    ['after 503', 'vision-upstream', { retry: soon, status: 503 }, {}, again(2000)],
    ['not after 500', 'vision-upstream', { retry: soon, status: 500 }, {}, giveUp],
    ['after a line that broke', 'vision-network', { retry: soon, mayBeCounted: true }, {}, again(2000)],
    ['not without a line', 'vision-network', { retry: soon, mayBeCounted: false }, {}, giveUp],
    ['with some chance added', 'vision-rate', { retry: soon }, { random: () => 0.5 }, again(2500)],
    ['once', 'vision-rate', { retry: soon }, { attempt: 2 }, giveUp],
    ['not when nothing would change', 'vision-empty', { retry: { kind: 'never' } }, {}, giveUp],
    ['at a time that is near', 'vision-rate', { retry: { kind: 'at', time: now + 60_000 } }, {}, again(60_000)],
    ['at a time that is over', 'vision-rate', { retry: { kind: 'at', time: now - 5 } }, {}, again(0)],
    ['not at a time that is far', 'vision-rate', { retry: { kind: 'at', time: now + 60_001 } }, {}, giveUp],
    ['not for a quota, however near', 'vision-quota-day', { retry: { kind: 'at', time: now + 5 } }, {}, giveUp],
    ['not with a picture that shrank', 'vision-picture-pixels', {}, { shrinksDone: 1 }, giveUp],
    [
      'with the next model, however often',
      'vision-model-gone',
      {},
      { attempt: 3 },
      { ...again(0), change: 'other-model' }
    ]
  ])('%s', (_, code, options, changes, expected) => {
    expect(decide(code, options, changes)).toEqual(expected)
  })

  test.each(failureCodes)('never when text was shown: %s', (code) => {
    expect(decide(code, { retry: soon, mayBeCounted: true }, { shownText: true })).toEqual(giveUp)
  })

  test.each([cancelled(), new Failure('vision-rate', 'x'), new Error('x')])(
    'never after %s of another kind',
    (failure) => {
      expect(decideRetry(failure, first)).toEqual(giveUp)
    }
  )
})
