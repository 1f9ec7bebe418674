import { describe, expect, it } from 'vitest'
import { retentionRules } from '../../../../preload/contract/library.ts'
import { capturesOfToday, rulesOf } from '../../../../renderer/features/settings/library/rules.ts'
import { isFound } from '../../../../renderer/features/settings/parts/search.ts'

describe('rulesOf', () => {
  it('is nothing without a rule', () => {
    expect(rulesOf({ keepDays: undefined, keepEntries: undefined, keepGigabytes: undefined })).toBeUndefined()
  })

  it('counts in whole bytes, as main takes them', () => {
    const rules = rulesOf({ keepDays: 30, keepEntries: undefined, keepGigabytes: 1.0000000005 })
    expect(rules).toEqual({ days: 30, bytes: 1_000_000_001 })
    expect(retentionRules.safeParse(rules).success).toBe(true)
  })
})

it('today begins at midnight here, and only captures are meant', () => {
  const rules = capturesOfToday(new Date(2026, 10, 30, 15, 30))
  expect(rules).toEqual({ since: new Date(2026, 10, 30).getTime(), sources: ['capture'] })
  expect(retentionRules.safeParse(rules).success).toBe(true)
})

describe('isFound', () => {
  it.each([
    ['', true],
    ['size', true],
    ['TEXT size', true],
    ['size everything', true],
    ['size colour', false]
  ])('“%s”: %s', (words, expected) => {
    expect(isFound(words, ['Text size', 'Of everything in the window.', undefined])).toBe(expected)
  })
})
