import type { LibrarySearch } from '../../../main/library/search/query.ts'
import type { Vocabulary } from './texts.ts'

/** Searches of one kind, of words from the most common to rare ones. */
export interface QueryKind {
  readonly title: string
  readonly searches: readonly LibrarySearch[]
}

/** Words of each kind. */
const count = 40

/** What people look for. */
export function kindsOf({ english, chinese }: Vocabulary, texts: readonly string[]): QueryKind[] {
  const twoCharacters = spreadOver(chinese.filter((word) => Array.from(word).length === 2))
  const englishWords = spreadOver(english.filter((word) => /^[a-z]{3,}$/u.test(word)))
  const phrases = texts
    .map(phraseOf)
    .filter((phrase) => phrase.length >= 5)
    .slice(0, count)
  const kinds: [string, readonly string[]][] = [
    ['one Chinese character', spreadOver([...new Set(chinese.join(''))].slice(0, 2000))],
    ['two Chinese characters', twoCharacters],
    ['an English word', englishWords],
    ['a phrase', phrases.map((phrase) => `"${phrase}"`)],
    ['two words', englishWords.map((word, index) => `${word} ${twoCharacters[index] ?? ''}`)],
    ['no hit', Array.from({ length: count }, (_, index) => `qzx${index}\u9fa5\u9f98`)]
  ]
  const common = chinese.slice(0, count)
  return [
    ...kinds.map(([title, words]) => ({ title, searches: words.map((word) => ({ words: word })) })),
    ...kinds.slice(0, 3).map(([title, words]) => ({
      title: `${title}, by relevance`,
      searches: words.map((word) => ({ words: word, order: 'relevance' as const }))
    })),
    {
      title: 'a common word among the starred',
      searches: common.map((word) => ({ words: word, filters: { starred: true } }))
    },
    {
      title: 'a common word in one week',
      searches: common.map((word, index) => ({
        words: word,
        filters: { from: 1_735_689_600_000 + index * 604_800_000, to: 1_735_689_600_000 + (index + 1) * 604_800_000 }
      }))
    }
  ]
}

/** Evenly over the ranks on a logarithmic scale: common words are looked for as often as rare ones. */
function spreadOver(words: readonly string[]): string[] {
  return Array.from({ length: count }, (_, index) => words[Math.floor(words.length ** (index / (count - 1)) - 1)] ?? '')
}

/** Some characters of the middle of a text. */
function phraseOf(text: string): string {
  const middle = Math.floor(text.length / 2)
  return (
    text
      .slice(middle, middle + 18)
      .split('\n')[0]
      ?.replaceAll('"', '')
      .trim() ?? ''
  )
}
