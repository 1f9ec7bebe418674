import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldMapped } from '../../../../main/library/search/fold.ts'

const cases: [string, string, string][] = [
  ['capitals', 'Hello WORLD', 'hello world'],
  ['full width', 'ＡＢＣ　１２３！', 'abc 123!'],
  ['half-width kana with its voicing mark', 'ｶﾞｲﾄﾞ', 'ガイド'],
  ['accents', 'Café Zürich naïve Ångström', 'cafe zurich naive angstrom'],
  ['accents as marks of their own', 'Cafe\u0301', 'cafe'],
  ['Greek', 'Ἀθῆναι ΟΔΟΣ', 'αθηναι οδοσ'],
  ['the two small forms of sigma', 'ὁδός', 'οδοσ'],
  ['sharp s', 'Straße', 'strasse'],
  ['Turkish capitals', 'İstanbul', 'istanbul'],
  ['ligatures and signs', 'ﬁle ½ ㎏ ①', 'file 1⁄2 kg 1'],
  ['quotes and dashes', '“it’s” a—b', '"it\'s" a-b'],
  ['white space of every kind', ' a \t\r\n\u00a0\u3000b ', 'a b'],
  ['line ends in Chinese', '北\n京 大 学', '北京大学'],
  ['line ends between Chinese and Latin', '北京\nBeijing 大学', '北京 beijing 大学'],
  ['line ends behind Chinese punctuation', '你好。\n再见', '你好。再见'],
  ['Korean keeps its spaces', '나는 학교', '나는 학교'],
  ['Korean letters become syllables', '\u1112\u1161\u11ab', '한'],
  ['voicing marks of kana stay', 'か が か\u3099', 'かがが'],
  ['what nobody sees', 'so\u00adft\u200bly \ufeffx', 'softly x'],
  ['controls', 'a\u0000b\u0007c', 'a b c'],
  ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
  ['emoji', '👍🏽 ok', '👍🏽 ok'],
  ['nothing', ' \n ', '']
]

describe('fold', () => {
  test.each(cases)('%s', (_title, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('is the same with places, which lead to the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, starts, ends } = foldMapped(text)
        expect(folded).toBe(fold(text))
        expect(starts).toHaveLength(folded.length)
        expect(ends).toHaveLength(folded.length)
        expect(starts.filter((start, unit) => start >= (ends[unit] ?? 0) || start < (starts[unit - 1] ?? 0))).toEqual(
          []
        )
      })
    )
  })

  test('changes no character of Unicode the second time', () => {
    const changed: string[] = []
    for (let code = 0; code <= 0x10ffff; code++) {
      const once = fold(String.fromCodePoint(code))
      if (fold(once) !== once) changed.push(code.toString(16))
    }
    expect(changed).toEqual([])
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      })
    )
  })
})
