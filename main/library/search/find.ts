import type { Connection } from '../../store/connection.ts'
import { fieldsOf } from '../index.ts'
import { type EntrySummary, summaryColumns, summaryOf, summaryTables } from '../rows.ts'
import { type Candidate, countCandidates, findCandidates, lastOf } from './candidates.ts'
import { type Cursor, type Filters, type ParsedSearch, readCursor, writeCursor } from './query.ts'
import { scoreOf } from './score.ts'
import { type FieldName, opening, type Snippet, snippetOf } from './snippet.ts'
import { termsOf } from './words.ts'

/** One entry of a list, with the part of its text that shows the words that were looked for. */
export interface Hit {
  readonly entry: EntrySummary
  /** Missing when no words were looked for. */
  readonly snippet?: Snippet
}

/** One page of a list. */
export interface Page {
  readonly hits: readonly Hit[]
  /** For the next page; missing on the last one. */
  readonly next?: string
  /** How many hits there are on all pages together, where that was asked and nothing had to be looked for. */
  readonly total?: number
  /** Where numbers were asked for. */
  readonly ids?: readonly number[]
  /** Not all entries are in the index yet, as after a repair: asked again later there may be more. */
  readonly incomplete?: boolean
}

/** So many of the newest hits are ranked; older ones follow by time. Ranking takes about 12 µs for each. */
const ranked = 500

/** Does one search on a connection. When it is cancelled, what it answers is not all. */
export function find(connection: Connection, search: ParsedSearch, isCancelled: () => boolean = () => false): Page {
  const { filters } = search
  const terms = termsOf(search.words)
  const ask = (below: number | undefined, limit: number): Candidate[] =>
    findCandidates(connection, { terms, filters, below, limit, isCancelled })
  const select: Select = (cursor, limit) =>
    search.order === 'relevance' && terms.length > 0 && !(cursor && 'below' in cursor)
      ? rankedPage(ask, { terms, limit, cursor })
      : timedPage(ask, { limit, below: cursor && 'below' in cursor ? cursor.below : undefined })
  const start = readCursor(search.cursor)
  const from =
    terms.length === 0 ? passUnread(connection, filters, start, search.skip) : passOver(select, start, search.skip)
  if (search.ids !== undefined) return { hits: [], ids: idsFrom(select, from, search.ids) }
  const { candidates, next } = from === 'end' ? nothing : select(from, search.limit)
  return {
    hits: hitsOf(connection, candidates, terms),
    ...(next !== undefined && { next: writeCursor(next) }),
    ...(search.total && terms.length === 0 && { total: countCandidates(connection, filters) })
  }
}

/** Candidates come with their texts, so many numbers are asked for in portions. */
const portion = 2000

function idsFrom(select: Select, start: Start, count: number): readonly number[] {
  const ids: number[] = []
  let from = start
  while (from !== 'end' && ids.length < count) {
    const { candidates, next } = select(from, Math.min(portion, count - ids.length))
    ids.push(...candidates.map(({ id }) => id))
    from = next ?? 'end'
  }
  return ids
}

/** Passes hits over one block after the other, as ranking has them. */
function passOver(select: Select, start: Cursor | undefined, skip: number): Start {
  let cursor = start
  let left = skip
  while (left > 0) {
    const { candidates, next } = select(cursor, left)
    if (next === undefined) return 'end'
    left -= candidates.length
    cursor = next
  }
  return cursor
}

/** Where nothing is looked for, the database passes them over by itself. */
function passUnread(connection: Connection, filters: Filters, start: Cursor | undefined, skip: number): Start {
  if (skip === 0) return start
  const last = lastOf(connection, { filters, below: start && 'below' in start ? start.below : undefined, count: skip })
  return last === undefined ? 'end' : { below: last }
}

type Ask = (below: number | undefined, limit: number) => Candidate[]

interface Selection {
  readonly candidates: readonly Candidate[]
  readonly next: Cursor | undefined
}

type Select = (cursor: Cursor | undefined, limit: number) => Selection

/** Where a page begins: behind a cursor, at the top, or behind all there is. */
type Start = Cursor | undefined | 'end'

const nothing: Selection = { candidates: [], next: undefined }

function timedPage(
  ask: Ask,
  { limit, below }: { readonly limit: number; readonly below: number | undefined }
): Selection {
  const found = ask(below, limit + 1)
  const candidates = found.slice(0, limit)
  const last = candidates.at(-1)
  return { candidates, next: found.length > limit && last !== undefined ? { below: last.id } : undefined }
}

interface RankOptions {
  readonly terms: readonly string[]
  readonly limit: number
  readonly cursor: Extract<Cursor, { top: number }> | undefined
}

/** Scores depend on the document alone, so the ranking of the page before is found again. */
function rankedPage(ask: Ask, { terms, limit, cursor }: RankOptions): Selection {
  const found = ask(cursor && cursor.top + 1, ranked + 1)
  const block = found.slice(0, ranked)
  const top = cursor?.top ?? block[0]?.id ?? 0
  const rest = block
    .map((candidate) => ({ candidate, score: scoreOf(candidate.document, terms) }))
    .toSorted((left, right) => right.score - left.score || right.candidate.id - left.candidate.id)
    .filter(
      ({ candidate, score }) => !cursor || score < cursor.score || (score === cursor.score && candidate.id < cursor.id)
    )
  const page = rest.slice(0, limit)
  const candidates = page.map(({ candidate }) => candidate)
  const last = page.at(-1)
  if (rest.length > limit && last) return { candidates, next: { top, score: last.score, id: last.candidate.id } }
  const oldest = block.at(-1)
  return { candidates, next: found.length > ranked && oldest ? { below: oldest.id } : undefined }
}

function hitsOf(connection: Connection, candidates: readonly Candidate[], terms: readonly string[]): Hit[] {
  const numbers = JSON.stringify(candidates.map(({ id }) => id))
  const rows = connection.all(
    `SELECT ${summaryColumns} FROM ${summaryTables} WHERE j.id IN (SELECT value FROM json_each(?))`,
    [numbers]
  )
  const entries = new Map(rows.map((row) => [Number(row['id']), row]))
  return candidates.flatMap(({ id, document }) => {
    const row = entries.get(id)
    if (row === undefined) return []
    const entry = summaryOf(row)
    if (terms.length === 0) return [{ entry }]
    return [{ entry, snippet: snippetFor(connection, { id, document }, terms) }]
  })
}

/** Where the terms are shown: in the field that holds most of them, the text before the others. */
function snippetFor(connection: Connection, { id, document }: Candidate, terms: readonly string[]): Snippet {
  const field = bestField(document, terms)
  const fields = fieldsOf(connection, id, { labels: field === 'labels' })
  if (fields === undefined) return opening('text', '')
  const originals = field === 'turns' ? fields.turns : [fields[field]]
  for (const original of originals) {
    const snippet = snippetOf(field, original, terms)
    if (snippet !== undefined) return snippet
  }
  return opening('text', fields.text)
}

/** Of the fields that hold most terms the first of these. */
const preference: readonly FieldName[] = ['text', 'question', 'labels', 'turns', 'name']

function bestField(document: string, terms: readonly string[]): FieldName {
  const [name = '', question = '', labels = '', text = '', ...turns] = document.split('\n')
  const lines = { name, question, labels, text, turns: turns.join('\n') }
  const counts = preference.map((field) => terms.filter((term) => lines[field].includes(term)).length)
  return preference[counts.indexOf(Math.max(...counts))] ?? 'text'
}
