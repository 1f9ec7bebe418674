import { describe, expect, it } from 'vitest'
import { stopsAll } from '../../../../main/cli/ask/stops.ts'
import { Failure, type FailureCode } from '../../../../main/failure.ts'
import { VisionFailure } from '../../../../main/vision/failure.ts'

describe('a batch', () => {
  it.each<FailureCode>([
    'usage',
    'vision-key-missing',
    'vision-auth',
    'vision-account-link',
    'vision-balance',
    'vision-quota-day',
    'vision-model-gone',
    'vision-dns',
    'vision-tls'
  ])('ends with %s', (code) => {
    expect(stopsAll(new Failure(code, 'Bad.'))).toBe(true)
  })

  it.each<FailureCode>([
    'picture-missing',
    'picture-damaged',
    'engine-crashed',
    'vision-picture-shape',
    'vision-content-blocked',
    'vision-empty',
    'vision-timeout',
    'vision-upstream',
    'vision-rate',
    'disk'
  ])('goes on after %s', (code) => {
    expect(stopsAll(new Failure(code, 'Bad.'))).toBe(false)
  })

  it.each([
    [true, false],
    [false, true]
  ])('whose line broke with a request under way (%j) ends: %j', (mayBeCounted, stops) => {
    expect(stopsAll(new VisionFailure('vision-network', 'Bad.', { mayBeCounted }))).toBe(stops)
  })
})
