import type { Hit } from '../../../../preload/contract/library.ts'

/** Rows of one page. Four of them are one answer of the library. */
export const pageSize = 50
/** Most rows that the library gives at once. */
export const mostRows = 200

/** What is known of a long list: some of its pages, and how long it is. */
export interface Rows {
  /** By number, from 0. Each has `pageSize` rows but the last one. */
  readonly pages: ReadonlyMap<number, readonly Hit[]>
  /** How long the list is; while not all of it is known one more than is known, so that scrolling leads on. */
  readonly count: number
  readonly isCountKnown: boolean
  /** Number of the entry of the first row: newer ones are news. */
  readonly top: number | undefined
  /** Entries that came after `top`; they are above the first row and not shown yet. */
  readonly fresh: number
}

export const noRows: Rows = { pages: new Map(), count: 0, isCountKnown: false, top: undefined, fresh: 0 }

/** Rows from `first` on, `size` of them at most. */
export interface Span {
  readonly first: number
  readonly size: number
}

/** What the library answered for a span. */
export interface Answer {
  readonly span: Span
  readonly hits: readonly Hit[]
  readonly hasMore: boolean
  /** Of the whole list, with entries that are news. */
  readonly total: number | undefined
}

export function rowAt({ pages }: Rows, index: number): Hit | undefined {
  return pages.get(Math.floor(index / pageSize))?.[index % pageSize]
}

/** Numbers of the entries from `first` to `last`; undefined when one of them is not loaded. */
export function idsIn(rows: Rows, first: number, last: number): readonly number[] | undefined {
  const end = rows.isCountKnown ? Math.min(last, rows.count - 1) : last
  const ids: number[] = []
  for (let row = first; row <= end; row += 1) {
    const hit = rowAt(rows, row)
    if (hit === undefined) return undefined
    ids.push(hit.entry.id)
  }
  return ids
}

/** Whole pages that hold the rows from `first` to `last`; never more than one answer holds. */
export function spanOver(first: number, last: number): Span {
  const from = Math.floor(Math.max(0, first) / pageSize) * pageSize
  const to = (Math.floor(Math.max(0, last) / pageSize) + 1) * pageSize
  return { first: from, size: Math.min(Math.max(to - from, pageSize), mostRows) }
}

/** The pages that are missing between two rows, as one span; undefined when all are there. */
export function missingSpan({ pages, count }: Rows, first: number, last: number): Span | undefined {
  const end = Math.min(last, count - 1)
  const missing: number[] = []
  for (let page = Math.floor(Math.max(0, first) / pageSize); page * pageSize <= end; page += 1) {
    if (!pages.has(page)) missing.push(page)
  }
  const [from, to] = [missing[0], missing.at(-1)]
  return from === undefined || to === undefined ? undefined : spanOver(from * pageSize, to * pageSize)
}

/** Puts an answer in its place beside the pages that are there. */
export function withAnswer(rows: Rows, answer: Answer): Rows {
  return { ...rows, pages: new Map([...rows.pages, ...pagesOf(answer)]), ...lengthAfter(rows, answer) }
}

/** Begins anew with an answer: what stood elsewhere may have moved. */
export function replaced(rows: Rows, answer: Answer): Rows {
  return { ...rows, pages: pagesOf(answer), ...lengthAfter({ ...rows, isCountKnown: false, count: 0 }, answer) }
}

/** Keeps pages near to the rows that are seen; `distance` in pages. */
export function keptAround(rows: Rows, first: number, last: number, distance: number): Rows {
  const from = Math.floor(first / pageSize) - distance
  const to = Math.floor(last / pageSize) + distance
  const isNear = (page: number): boolean => page >= from && page <= to
  if ([...rows.pages.keys()].every(isNear)) return rows
  return { ...rows, pages: new Map([...rows.pages].filter(([page]) => isNear(page))) }
}

function pagesOf({ span, hits }: Answer): Map<number, readonly Hit[]> {
  const pages = new Map<number, readonly Hit[]>()
  // Also the pages for which nothing came: they are not asked for again and again.
  for (let start = 0; start < span.size; start += pageSize) {
    pages.set((span.first + start) / pageSize, hits.slice(start, start + pageSize))
  }
  return pages
}

function lengthAfter(
  { count, isCountKnown, fresh }: Rows,
  { span, hits, hasMore, total }: Answer
): Pick<Rows, 'count' | 'isCountKnown'> {
  if (total !== undefined) return { count: Math.max(0, total - fresh), isCountKnown: true }
  const end = span.first + hits.length
  if (!hasMore) return { count: end, isCountKnown: true }
  return { count: isCountKnown ? count : Math.max(count, end + 1), isCountKnown }
}
