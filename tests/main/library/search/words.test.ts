import { expect, test } from 'vitest'
import { termsOf } from '../../../../main/library/search/words.ts'

const cases: [string, string, string[]][] = [
  ['nothing', '', []],
  ['blanks', ' \t ', []],
  ['words', 'invoice  Total', ['invoice', 'total']],
  ['Chinese words', '北京 发票', ['北京', '发票']],
  ['a full-width blank', '北京　发票', ['北京', '发票']],
  ['a phrase', '"hello  world" x', ['hello world', 'x']],
  ['a phrase in curly quotes', '“hello world”', ['hello world']],
  ['a phrase in full-width quotes', '＂a b＂', ['a b']],
  ['a quote that is not closed', 'a "b c', ['a', 'b c']],
  ['a quote inside a word', 'a"b c"d', ['a', 'b c', 'd']],
  ['the same word twice', 'a A ａ', ['a']],
  ['nothing in quotes', '"" " "', []],
  [
    'operators are words',
    'a AND NOT (b* OR c) -d col:e ^f',
    ['a', 'and', 'not', '(b*', 'or', 'c)', '-d', 'col:e', '^f']
  ]
]

test.each(cases)('%s', (_title, words, terms) => {
  expect(termsOf(words)).toEqual(terms)
})

test('takes no more than 32 terms', () => {
  expect(termsOf(Array.from({ length: 100 }, (_, index) => `w${index}`).join(' '))).toHaveLength(32)
})
