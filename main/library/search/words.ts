import { fold } from './fold.ts'

/** More terms than this are cut off: nobody types them. */
const mostTerms = 32

const parts = /"([^"]*)(?:"|$)|[“„]([^”“]*)(?:[”“]|$)|([^\s"“„]+)/gu

/**
 * What a person typed, as folded terms that all have to be found: words parted by blanks, and phrases in quotes. Nothing in
 * it is syntax; a quote that is not closed reaches to the end. Empty when there is nothing to look for.
 */
export function termsOf(words: string): string[] {
  const terms = Array.from(words.replaceAll('＂', '"').matchAll(parts), ([, straight, curly, word]) =>
    fold(straight ?? curly ?? word ?? '')
  )
  return [...new Set(terms.filter((term) => term !== ''))].slice(0, mostTerms)
}
