import type { Store } from '../store/store.ts'
import { createDeletion, type Deletion } from './deletion.ts'
import { createEntries, type Entries } from './entries.ts'
import { catchUp } from './index.ts'
import { createPictures, type MakeThumbnail, type Pictures } from './pictures.ts'
import { find, type Page } from './search/find.ts'
import { type LibrarySearch, type ParsedSearch, parseSearch } from './search/query.ts'
import { createSearcher } from './search/searcher.ts'

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
  /** Ends the search thread; the store stays open. */
  close(): Promise<void>
}

export interface LibraryOptions {
  readonly store: Store
  readonly makeThumbnail: MakeThumbnail
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** The library on an open store. Starts no thread before the first search, and touches no file. */
export function openLibrary({ store, makeThumbnail, now = Date.now }: LibraryOptions): Library {
  const pictures = createPictures({ store, makeThumbnail, now })
  const searcher = createSearcher({ database: store.places.database, immutable: store.readOnly })
  return {
    pictures,
    entries: createEntries({ store, now }),
    deletion: createDeletion({ store, pictures, now }),
    search: async (search) => {
      const parsed = parseSearch(search)
      // A page of everything is a walk along one index, quicker than a message to the thread.
      if (isPlain(parsed)) return find(store, parsed)
      if (!store.readOnly) await catchUp(store)
      return await searcher.search(parsed)
    },
    close: () => searcher.close()
  }
}

function isPlain({ words, filters }: ParsedSearch): boolean {
  return words.trim() === '' && Object.values(filters).every((filter) => filter === undefined)
}
