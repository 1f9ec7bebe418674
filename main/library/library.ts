import { cancelled, Failure } from '../failure.ts'
import { saying } from '../saying.ts'
import type { Store } from '../store/store.ts'
import { type CheckOptions, checkLibrary, type LibraryFindings } from './check.ts'
import { createDeletion, type Deletion } from './deletion.ts'
import { createEntries, type Entries } from './entries.ts'
import { catchUp } from './index.ts'
import { mergeIndex } from './merging.ts'
import { createPictures, type MakeThumbnail, type Pictures } from './pictures.ts'
import { planRetention, type RetentionPlan, type RetentionRules, retentionEntries } from './retention.ts'
import { isEverything } from './search/conditions.ts'
import { find, type Page } from './search/find.ts'
import { type LibrarySearch, type ParsedSearch, parseSearch } from './search/query.ts'
import { createSearcher } from './search/searcher.ts'
import { type LibraryStats, statsOf } from './stats.ts'
import { type ExportOptions, exportEntries } from './transfer/export.ts'
import { type ImportReport, importLibrary } from './transfer/import.ts'
import type { MakePage } from './transfer/pdf/pdf.ts'

/** Everything that was ever read or asked, with its pictures. */
export interface Library {
  readonly pictures: Pictures
  readonly entries: Entries
  readonly deletion: Deletion
  /**
   * One page of entries. A later call ends an earlier one that is still looking, which then throws `cancelled`. Throws
   * `usage` for a query or cursor that does not fit.
   */
  search(search: LibrarySearch): Promise<Page>
  /** The bytes of an export, piece by piece, so that it may go to a file or a pipe. Throws `disk`. */
  export(options: ExportOptions): AsyncGenerator<Uint8Array>
  /** Takes in a JSONL or ZIP export. Throws `library-import`, `disk`. */
  import(path: string, options?: { readonly signal?: AbortSignal }): Promise<ImportReport>
  /** What would be deleted by these rules; `deletion.purge` does it. */
  planRetention(rules: RetentionRules): Promise<RetentionPlan>
  stats(): Promise<LibraryStats>
  check(options?: CheckOptions): Promise<LibraryFindings>
  /**
   * What can wait for a quiet moment: deletions that cannot be undone any more, the rest of the index, a daily backup. Called
   * off, it throws.
   */
  tidy(options?: { readonly signal?: AbortSignal }): Promise<void>
  /** Ends the search thread; the store stays open. */
  close(): Promise<void>
}

export interface LibraryOptions {
  readonly store: Store
  readonly makeThumbnail: MakeThumbnail
  /** For the pages of a PDF; without it there are none. */
  readonly makePage?: MakePage
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** How long a search, or the end of the app, waits for entries that are not in the index yet, in milliseconds. */
const patience = 1000

/** The library on an open store. Starts no thread before the first search that needs one, and touches no file. */
export function openLibrary({ store, makeThumbnail, makePage = noPages, now = Date.now }: LibraryOptions): Library {
  const pictures = createPictures({ store, makeThumbnail, now })
  const searcher = createSearcher({ database: store.places.database, immutable: store.readOnly })
  const deletion = createDeletion({ store, pictures, now })
  let latest = 0
  return {
    pictures,
    entries: createEntries({ store, now }),
    deletion,
    search: async (search) => {
      const parsed = parseSearch(search)
      // The first pages of everything are a walk along one index, quicker than a message to the thread.
      if (isPlain(parsed)) return find(store, parsed)
      latest += 1
      const mine = latest
      const isComplete = store.readOnly || !needsIndex(parsed) || (await catchUp(store, patience))
      // Who asked later may have waited less.
      if (mine !== latest) throw cancelled()
      const page = await searcher.search(parsed)
      return isComplete ? page : { ...page, incomplete: true }
    },
    export: (options) => exportEntries({ store, pictures, makePage }, options),
    import: (path, options) => importLibrary(path, { store, pictures, ...options }),
    planRetention: async (rules) => planRetention(await retentionEntries(store), rules, now()),
    stats: () => statsOf(store),
    check: async (options) => {
      const findings = await checkLibrary(store, now(), options)
      await pictures.removeDiscarded()
      return findings
    },
    tidy: async ({ signal } = {}) => {
      if (store.readOnly) return
      await pictures.removeDiscarded()
      await deletion.purgeHidden({ signal })
      while (!(await catchUp(store, patience))) signal?.throwIfAborted()
      await mergeIndex(store, { signal })
      await store.backUpWhenDue()
    },
    close: () => searcher.close()
  }
}

/** Entries that the main thread may pass over in a list: about a millisecond. */
const mostSkipped = 2000

function isPlain({ words, filters, skip, ids }: ParsedSearch): boolean {
  return words.trim() === '' && isEverything(filters) && skip <= mostSkipped && ids === undefined
}

function needsIndex({ words, filters }: ParsedSearch): boolean {
  return words.trim() !== '' || filters.boxes !== undefined
}

async function noPages(): Promise<never> {
  throw new Failure('usage', 'A PDF cannot be made here.', {
    advice: 'Choose another format.',
    saying: saying('library.no-pdf')
  })
}
