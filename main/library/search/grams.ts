/**
 * Grams are what the index knows of a folded text: runs of one, two and, where no character says much by itself, three
 * characters. From them the index finds texts that may hold a term; the text itself then says whether it does.
 */

/** Every gram of a text whose fields stand on lines, parted by blanks, each once: what the index is told. */
export function gramsOf(document: string): string {
  const grams = new Set<string>()
  for (const field of document.split('\n')) addGrams(field, grams)
  return [...grams].join(' ')
}

function addGrams(field: string, grams: Set<string>): void {
  let second = ''
  let first = ''
  for (const raw of field) {
    const character = tokenOf(raw)
    grams.add(character)
    if (second !== '') grams.add(second + character)
    if (first !== '' && !isDense(first) && !isDense(second) && !isDense(character))
      grams.add(first + second + character)
    first = second
    second = character
  }
}

/** More say hardly more, and each costs a walk through its list. */
const mostGrams = 12

/** An expression of FTS5 for the texts that may hold every term: they hold all these grams. Terms are folded, not empty. */
export function matchFor(terms: readonly string[]): string {
  const grams = new Set(terms.flatMap((term) => spread(cover(Array.from(term, tokenOf)), mostGrams)))
  return [...grams].map((gram) => `"${gram}"`).join(' AND ')
}

/** The longest grams of a term that are in the index, from its start to its end. */
function cover(characters: readonly string[]): string[] {
  if (characters.length < 2) return [...characters]
  const grams: string[] = []
  for (let index = 0; index + 1 < characters.length; index++) {
    const [first = '', second = '', third = ''] = characters.slice(index, index + 3)
    const fits = third !== '' && !isDense(first) && !isDense(second) && !isDense(third)
    if (fits) grams.push(first + second + third)
    // Two characters are worth a look where no three stand for them.
    else if (isDense(first) || isDense(second) || characters.length === 2) grams.push(first + second)
  }
  return grams
}

/** As many as `most` of the items, evenly over all of them, the first and the last among them. */
function spread(items: readonly string[], most: number): string[] {
  if (items.length <= most) return [...items]
  return Array.from({ length: most }, (_, index) => items[Math.round((index * (items.length - 1)) / (most - 1))] ?? '')
}

/** Ideographs, kana, syllables, emoji: one says about as much as two or three letters do. */
function isDense(token: string): boolean {
  const code = token.codePointAt(0) ?? 0
  return code >= 0x2e80 && !(code >= privateUse && code < privateUse + 0x80)
}

/** The first of the code points that stand for blanks and punctuation of ASCII. */
const privateUse = 0xe000

/**
 * A character as the index's tokenizer takes it: `ascii` parts words at everything in ASCII but letters and digits, so
 * these become characters that nobody writes. Should somebody do so, the text itself tells them apart.
 */
function tokenOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const isWord = code >= 0x80 || (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)
  return isWord ? character : String.fromCodePoint(privateUse + code)
}
