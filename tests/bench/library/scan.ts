import type { LibrarySearch } from '../../../main/library/search/query.ts'
import { termsOf } from '../../../main/library/search/words.ts'
import type { Store } from '../../../main/store/store.ts'

/** The newest 50 by `LIKE '%term%'` over the texts: what a library without an index does. */
export function scan(store: Store, { words = '', filters = {} }: LibrarySearch): unknown[] {
  const terms = termsOf(words)
  const conditions = terms.map(() => `r.text LIKE ? ESCAPE '\\'`)
  if (filters.starred === true) conditions.push('j.starred = 1')
  if (filters.from !== undefined) conditions.push(`j.created >= ${filters.from}`)
  if (filters.to !== undefined) conditions.push(`j.created < ${filters.to}`)
  return store.all(
    `SELECT j.id, substr(r.text, 1, 300) FROM job j CROSS JOIN result r ON r.job = j.id
     WHERE ${conditions.join(' AND ')} ORDER BY j.id DESC LIMIT 50`,
    terms.map((term) => `%${term.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`)
  )
}
