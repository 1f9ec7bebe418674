import type { Filters, LibraryPage, Search } from '../../../../preload/contract/library.ts'
import type { Order } from '../../../../preload/contract/lists.ts'
import type { Problem, Result } from '../../../../preload/contract/result.ts'
import { mostRows, pageSize, type Span } from './rows.ts'

export interface Question {
  readonly words: string
  readonly filters: Filters
  /** Default: the newest first. */
  readonly order?: Order
}

export type Find = (search: Search) => Promise<Result<LibraryPage>>

/** So often a search that another one has ended is asked again before it is told. */
const mostAttempts = 5

/** Hits of a question from one place to another. `total` counts them all as well. */
export async function askFor(
  find: Find,
  question: Question,
  { first, size }: Span,
  more: Pick<Search, 'total'> = {}
): Promise<Result<LibraryPage>> {
  return await insist(find, { ...question, limit: size, skip: first, ...more })
}

/** Numbers of the entries alone, all of them in one answer. */
export async function askForIds(find: Find, question: Question, { first, size }: Span): Promise<Result<LibraryPage>> {
  return await insist(find, { ...question, skip: first, ids: size })
}

async function insist(find: Find, search: Search): Promise<Result<LibraryPage>> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await find(search)
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
