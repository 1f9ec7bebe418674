import type { Library } from '../../library/library.ts'
import type { Hit } from '../../library/search/find.ts'
import type { LibrarySearch } from '../../library/search/query.ts'

/** Most entries of one page. */
const pageSize = 200

/** Hits of a search, page after page, `limit` at most. Throws what the search throws. */
export async function* hitsOf(
  library: Pick<Library, 'search'>,
  search: Omit<LibrarySearch, 'limit' | 'cursor'>,
  limit = Number.POSITIVE_INFINITY
): AsyncGenerator<Hit> {
  let left = limit
  let cursor: string | undefined
  while (left > 0) {
    const page = await library.search({ ...search, limit: Math.min(left, pageSize), ...(cursor && { cursor }) })
    yield* page.hits
    left -= page.hits.length
    cursor = page.next
    if (cursor === undefined) return
  }
}
