import { chinese as heldOutChinese, english as heldOutEnglish } from '../generate/texts/held-out.ts'
import { chinese as tuningChinese, english as tuningEnglish } from '../generate/texts/tuning.ts'

/** Numbers from 0 to below 1, the same each run (Mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Words of a language, common ones first, and how they are put together. */
interface Language {
  readonly words: readonly string[]
  readonly between: string
  readonly ends: string
}

/** Made-up words behind the real ones: names, terms, misreadings. Vocabulary grows with the text, so there are many. */
const rareWords = 60_000

/** A writer of texts as they stand in screenshots: half Chinese, a third English, the rest mixed. */
export function createWriter(random: () => number): { readonly write: () => string; readonly words: Vocabulary } {
  const english = englishOf(random)
  const chinese = chineseOf(random)
  const write = (): string => {
    const share = random()
    const language =
      share < 0.5 ? () => chinese : share < 0.83 ? () => english : () => (random() < 0.6 ? chinese : english)
    // Most are short, few fill a screen: 50 to 4,000 characters, 460 on average.
    const length = Math.min(4000, 50 + 420 * Math.exp(random() * 2.6 - 0.9) * random())
    let text = ''
    while (text.length < length) text += sentence(language(), random)
    return text
  }
  return { write, words: { english: english.words, chinese: chinese.words } }
}

/** Common words first. */
export interface Vocabulary {
  readonly english: readonly string[]
  readonly chinese: readonly string[]
}

function sentence({ words, between, ends }: Language, random: () => number): string {
  const count = 4 + Math.floor(random() * 14)
  const chosen = Array.from({ length: count }, () => words[zipf(words.length, random)] ?? '')
  return `${chosen.join(between)}${ends}${random() < 0.25 ? '\n' : between}`
}

/** A rank from 0 on, as often as words of that rank are in a language: one over the rank. */
function zipf(count: number, random: () => number): number {
  return Math.floor(Math.exp(random() * Math.log(count + 1)) - 1)
}

function englishOf(random: () => number): Language {
  const real = byFrequency(
    [...tuningEnglish, ...heldOutEnglish].flatMap((text) => text.match(/[\p{L}\p{N}.'%$-]+/gu) ?? [])
  )
  const [starts, vowels, ends] = [
    'b c ch d f g gr l m n p pr r s st t tr v w'.split(' '),
    Array.from('aeiou'),
    'ck l m n nd r s st t'.split(' ')
  ]
  const syllables = starts.flatMap((start) => vowels.flatMap((vowel) => ends.map((end) => `${start}${vowel}${end}`)))
  const rare = made(random, syllables, 1, 3)
  return { words: [...real, ...rare], between: ' ', ends: '.' }
}

function chineseOf(random: () => number): Language {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const texts = [...tuningChinese, ...heldOutChinese]
  const real = byFrequency(
    texts.flatMap((text) =>
      Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
    )
  )
  // Common characters first, then the rest of the first three thousand ideographs of the block.
  const characters = byFrequency(texts.join('').match(/\p{Script=Han}/gu) ?? [])
  const block = Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(0x4e00 + index * 6))
  const rare = made(random, [...characters, ...characters, ...block], 2, 3)
  return { words: [...real, ...rare], between: '', ends: '。' }
}

function made(random: () => number, parts: readonly string[], fewest: number, most: number): string[] {
  return Array.from({ length: rareWords }, () =>
    Array.from(
      { length: fewest + Math.floor(random() * (most - fewest + 1)) },
      () => parts[Math.floor(random() * parts.length)] ?? ''
    ).join('')
  )
}

function byFrequency(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted((left, right) => right[1] - left[1]).map(([word]) => word)
}
