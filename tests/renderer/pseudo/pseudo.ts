type Texts = { readonly [key: string]: string | Texts }

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ó'
}

/** German and French are about a third longer than English. */
const growth = 1.3

/**
 * A text that can be read and is known again: `⟦Sávé ··⟧`. A third longer, with the same placeholders; whatever the page shows
 * outside of such brackets did not come from the texts.
 */
export function pseudoText(text: string): string {
  if (text === '') return text
  const parts = text.split(/(\{\{.*?\}\})/)
  const accented = parts.map((part, place) => (place % 2 === 1 ? part : part.replaceAll(/[aeiouAEO]/g, accent)))
  const plain = parts.filter((_, place) => place % 2 === 0).join('')
  const more = Math.ceil(plain.length * (growth - 1))
  return `⟦${accented.join('')}${more > 0 ? ` ${'·'.repeat(more)}` : ''}⟧`
}

function accent(letter: string): string {
  return accents[letter] ?? letter
}

/** Writes the pseudo texts over all texts of an object, in place: for pages that were not begun yet. */
export function pseudonymise(texts: Texts): void {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') Object.assign(texts, { [key]: pseudoText(value) })
    else pseudonymise(value)
  }
}
