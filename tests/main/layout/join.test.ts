import { expect, test } from 'vitest'
import { joinText, joinWrapped } from '../../../main/layout/join.ts'

test.each([
  ['one', 'two', 'one two'],
  ['汉字', '相连', '汉字相连'],
  ['かな', 'カナ', 'かなカナ'],
  ['中文', 'word', '中文word'],
  ['word', '中文', 'word中文'],
  ['end。', 'Next', 'end。Next'],
  ['한국어', '문장', '한국어 문장'],
  ['one ', ' two', 'one two'],
  ['', 'two', 'two'],
  ['one', '', 'one']
])('joinText(%j, %j)', (before, after, joined) => {
  expect(joinText(before, after)).toBe(joined)
})

test.each([
  ['num-', 'ber', 'number'],
  ['num\u00ad', 'ber', 'number'],
  ['Jean-', 'Paul', 'Jean- Paul'],
  ['1990-', '2000', '1990- 2000'],
  ['and -', 'so', 'and - so']
])('joinWrapped(%j, %j)', (before, after, joined) => {
  expect(joinWrapped(before, after)).toBe(joined)
})
