import { describe, expect, test } from 'vitest'
import { fill } from '../../../../../main/vision/client/failures/template.ts'

describe('a template', () => {
  test.each([
    ['{a} and {b}', 'one and two'],
    ['{a}[ ({b})].', 'one (two).'],
    ['{a}[ ({none})].', 'one.'],
    ['{a}[ ({empty})].', 'one.'],
    ['[{a} {none}]', ''],
    ['{none}', '']
  ])('%j becomes %j', (template, text) => {
    expect(fill(template, { a: 'one', b: 'two', empty: '' })).toBe(text)
  })

  test('takes values as they are', () => {
    expect(fill('{a}[, {b}]', { a: '[{b}] $1', b: '{a}' })).toBe('[{b}] $1, {a}')
  })
})
