import { describe, expect, test } from 'vitest'
import { Failure, type FailureCode } from '../../../../main/failure.ts'
import { verdictOfCall, verifyForm } from '../../../../main/settings/vault/verification.ts'
import { canary, parse } from './fakes.ts'

describe('the form alone', () => {
  test.each([
    [canary, { result: 'plausible', notices: [] }],
    [`  Bearer ${canary}\n`, { result: 'plausible', notices: [] }],
    ['', { result: 'empty' }],
    [' \u200b ', { result: 'empty' }]
  ])('%j', (text, verdict) => {
    expect(verifyForm('modelscope', text, parse)).toEqual({ by: 'form', ...verdict })
  })

  test('a key of somebody else is plausible, with a hint', () => {
    expect(verifyForm('modelscope', 'sk-0000000000', parse)).toMatchObject({
      result: 'plausible',
      notices: [{ message: /“ms-”/ }]
    })
  })

  test.each([`${canary} ${canary}`, `https://x.example/${canary}`, `${canary}密`])('%j is none', (text) => {
    const verdict = verifyForm('modelscope', text, parse)
    expect(verdict).toMatchObject({ result: 'malformed', failure: { code: 'vision-key-format' } })
    expect(JSON.stringify(verdict)).not.toContain(canary)
  })
})

describe('a call', () => {
  test('that goes well accepts the key', () => {
    expect(verdictOfCall(undefined)).toEqual({ by: 'call', result: 'accepted', failure: undefined })
  })

  const cases: readonly (readonly [FailureCode, string])[] = [
    ['vision-auth', 'refused'],
    ['vision-key-format', 'refused'],
    ['vision-key-missing', 'refused'],
    ['vision-account-link', 'accepted'],
    ['vision-real-name', 'accepted'],
    ['vision-balance', 'accepted'],
    ['vision-quota-day', 'accepted'],
    ['vision-no-sight', 'accepted'],
    ['vision-network', 'undecided'],
    ['vision-dns', 'undecided'],
    ['vision-tls', 'undecided'],
    ['vision-proxy', 'undecided'],
    ['vision-timeout', 'undecided'],
    ['vision-upstream', 'undecided'],
    ['vision-permission', 'undecided'],
    ['vision-rate', 'undecided'],
    ['vision-model-gone', 'undecided'],
    ['vision-not-an-api', 'undecided'],
    ['cancelled', 'undecided']
  ]
  test.each(cases)('that ends with %s leaves it %s', (code, result) => {
    const failure = new Failure(code, 'x')
    expect(verdictOfCall(failure)).toEqual({ by: 'call', result, failure })
  })
})
