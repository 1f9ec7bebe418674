import type { Filters, LibraryPage, Search } from '../../../../preload/contract/library.ts'
import type { Problem, Result } from '../../../../preload/contract/result.ts'
import { mostRows, pageSize, type Span } from './rows.ts'

export interface Question {
  readonly words: string
  readonly filters: Filters
}

export type Find = (search: Search) => Promise<Result<LibraryPage>>

/** So often a search that another one has ended is asked again before it is told. */
const mostAttempts = 5

/** Hits of a question from one place to another. `total` counts them all as well. */
export async function askFor(
  find: Find,
  { words, filters }: Question,
  { first, size }: Span,
  more: Pick<Search, 'total'> = {}
): Promise<Result<LibraryPage>> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await find({ words, filters, limit: size, skip: first, ...more })
    const wasEnded = !result.ok && result.problem.code === 'cancelled'
    if (!wasEnded || attempt === mostAttempts) return result
  }
}

/** How many entries of the answer came after this one; newer ones have higher numbers and stand first. */
export async function countSince(find: Find, question: Question, top: number): Promise<number | Problem> {
  let passed = 0
  for (let size = pageSize; ; size = mostRows) {
    const result = await askFor(find, question, { first: passed, size })
    if (!result.ok) return result.problem
    const { hits, next } = result.value
    const place = hits.findIndex(({ entry }) => entry.id <= top)
    if (place >= 0) return passed + place
    passed += hits.length
    if (next === undefined) return passed
  }
}
