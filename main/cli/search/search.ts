import { openArchive } from '../library/open.ts'
import type { Session } from '../session.ts'
import { type FilterOptions, filtersOf } from './filters.ts'
import { hitsOf } from './pages.ts'
import { recordHit } from './record.ts'
import { hitSpans } from './spans.ts'

/** What the parser makes of the options of `glyphlens search`. */
export interface SearchOptions extends FilterOptions {
  readonly sort: 'time' | 'relevance'
  readonly limit: number
  readonly json?: true
}

/** Prints the entries that hold the words; says so when there are none. Throws `usage` and what the library throws. */
export async function searchLibrary(words: string, options: SearchOptions, session: Session): Promise<void> {
  const { terminal, interruption } = session
  const filters = filtersOf(options)
  const { library } = openArchive(session)
  let found = 0
  for await (const hit of hitsOf(library, { words, order: options.sort, filters }, options.limit)) {
    interruption.signal.throwIfAborted()
    found += 1
    if (options.json) {
      const record = recordHit(hit, library.entries.get(hit.entry.id), words)
      await terminal.print(`${JSON.stringify(record)}\n`)
    } else {
      await terminal.printSpans(hitSpans(hit))
    }
  }
  if (found === 0) terminal.say(words.trim() === '' ? 'There is no such entry.' : 'Nothing was found.')
}
