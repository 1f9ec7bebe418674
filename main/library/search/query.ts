import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import { entrySources, entryStates } from '../rows.ts'

const filters = z.object({
  tasks: z.array(z.string().max(60)).max(50).optional(),
  sources: z.array(z.enum(entrySources)).max(10).optional(),
  states: z.array(z.enum(entryStates)).max(10).optional(),
  /** Created at or after, in milliseconds since 1970. */
  from: z.int().optional(),
  /** Created before. */
  to: z.int().optional(),
  starred: z.boolean().optional(),
  /** Something was located in the picture. */
  boxes: z.boolean().optional(),
  batch: z.int().optional(),
  picture: z.string().length(64).optional()
})
export type Filters = z.infer<typeof filters>

/** What a list or a search asks for. Everything is optional: nothing asks for the newest entries. */
export const librarySearch = z.object({
  /** As typed: words that all have to be found, phrases in quotes. */
  words: z.string().max(1000).default(''),
  /** `time`: the last that came into this library first. `relevance` without words is `time`. */
  order: z.enum(['time', 'relevance']).default('time'),
  filters: filters.default({}),
  limit: z.int().min(1).max(200).default(50),
  /** From the page before. */
  cursor: z.string().max(200).optional(),
  /** Hits to pass over, behind the cursor where there is one: the middle of a long list at once. */
  skip: z.int().min(0).max(10_000_000).default(0),
  /** Whether to count all hits as well; without words only. */
  total: z.boolean().default(false),
  /** So many numbers of entries at most, in place of a page of hits. */
  ids: z.int().min(1).max(100_000).optional()
})
export type LibrarySearch = z.input<typeof librarySearch>
export type ParsedSearch = z.output<typeof librarySearch>

const cursor = z.union([
  /** Entries below this number. */
  z.object({ below: z.int() }),
  /** Of the ranked ones (those up to `top`) the ones that are worth less. */
  z.object({ top: z.int(), score: z.int(), id: z.int() })
])
export type Cursor = z.infer<typeof cursor>

/** Throws `usage` for a query with values that do not fit. */
export function parseSearch(search: LibrarySearch): ParsedSearch {
  const parsed = librarySearch.safeParse(search)
  if (parsed.success) return parsed.data
  throw new Failure('usage', `This search cannot be done: ${z.prettifyError(parsed.error)}`, {
    cause: parsed.error,
    saying: saying('library.no-such-search')
  })
}

/** Throws `usage` for a cursor that no page has given. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new Failure('usage', 'This page of the library cannot be found.', {
      advice: 'Start again from the first page.',
      saying: saying('library.no-such-page'),
      cause
    })
  }
}

export function writeCursor(value: Cursor): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
