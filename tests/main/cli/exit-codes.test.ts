import { describe, expect, it } from 'vitest'
import { exitCodeOf, exitCodeOfAll } from '../../../main/cli/exit-codes.ts'
import { type FailureCode, failureCodes } from '../../../main/failure.ts'

const usage: readonly FailureCode[] = ['usage', 'pack-unknown', 'vision-address']
const wanted: readonly FailureCode[] = [
  'vision-key-missing',
  'vision-key-format',
  'vision-auth',
  'vision-account-link',
  'vision-real-name',
  'vision-permission',
  'vision-balance',
  'vision-quota-day'
]
const later: readonly FailureCode[] = [
  'vision-rate',
  'vision-upstream',
  'vision-empty',
  'vision-cut-off',
  'vision-timeout',
  'vision-network',
  'vision-dns',
  'vision-tls',
  'vision-proxy'
]

function expected(code: FailureCode): number {
  if (usage.includes(code)) return 2
  if (wanted.includes(code)) return 3
  return later.includes(code) ? 4 : 1
}

describe('the exit code of', () => {
  it.each(failureCodes)('%s', (code) => {
    expect(exitCodeOf(code)).toBe(expected(code))
  })
})

describe('the exit code of several', () => {
  it.each<[readonly FailureCode[], number]>([
    [[], 0],
    [['picture-missing'], 1],
    [['vision-timeout', 'vision-network'], 4],
    [['vision-timeout', 'picture-missing'], 1],
    [['vision-auth', 'vision-rate'], 1]
  ])('%j is %i', (codes, code) => {
    expect(exitCodeOfAll(codes)).toBe(code)
  })
})
