import { expect, test } from 'vitest'
import { failureWords } from '../../../main/capture/failure-words.ts'
import { Failure, failureCodes } from '../../../main/failure.ts'

const failureOf = (code: (typeof failureCodes)[number]): Failure =>
  new Failure(code, 'What main says.', { advice: 'What to do.' })

test.each(failureCodes)('a notification about %s is Chinese where the person reads that', (code) => {
  const { message, advice } = failureWords(failureOf(code), 'zh-CN')
  for (const text of [message, advice]) {
    expect(text).toMatch(/\p{Script=Han}.*。$/u)
    expect(text).not.toContain('What')
  }
})

test('in English it is what main says', () => {
  expect(failureWords(failureOf('disk'), 'en')).toEqual({ message: 'What main says.', advice: 'What to do.' })
})
