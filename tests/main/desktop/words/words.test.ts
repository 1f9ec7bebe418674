import { describe, expect, test } from 'vitest'
import { languageOf, wordsIn } from '../../../../main/desktop/words/words.ts'

/** Every sentence with its place, those that take values with some. */
function sentences(words: object, path: readonly string[] = []): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const place = [...path, name]
    if (typeof value === 'object') return sentences(value, place)
    return [[place.join('.'), typeof value === 'function' ? String(value(3, 2)) : String(value)]]
  })
}

const english = sentences(wordsIn('en'))
const chinese = sentences(wordsIn('zh-CN'))

describe('the words of the desktop', () => {
  test('the setting decides, else the system', () => {
    expect(languageOf('system', 'zh-CN')).toBe('zh-CN')
    expect(languageOf('en', 'zh-CN')).toBe('en')
  })

  test('both languages say the same things', () => {
    expect(chinese.map(([place]) => place)).toEqual(english.map(([place]) => place))
  })

  test.each(chinese)('%s is Chinese', (_place, sentence) => {
    expect(sentence).toMatch(/\p{Script=Han}/u)
  })

  test.each(english)('%s is English', (_place, sentence) => {
    expect(sentence.trim()).not.toBe('')
    expect(sentence).not.toMatch(/\p{Script=Han}|undefined|NaN/u)
  })
})
