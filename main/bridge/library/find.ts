import type { Parsed } from '../../../preload/contract/contract.ts'
import type { LibraryPage } from '../../../preload/contract/library.ts'
import type { Library } from '../../library/library.ts'
import { pageView } from '../views.ts'

/**
 * Searches for several lists of a window at once. The library ends a search for a later one, which is right for somebody
 * who types on; searches of other lists wait for their turn instead.
 */
export function createFinder(library: () => Pick<Library, 'search'>) {
  const turn: { searching?: { readonly list: string; readonly settled: Promise<unknown> } | undefined } = {}
  return async (search: Parsed<'library', 'find'>, caller: number): Promise<LibraryPage> => {
    const list = listOf(search, caller)
    while (turn.searching !== undefined && turn.searching.list !== list) await turn.searching.settled
    const page = library().search(search)
    const mine = { list, settled: page.catch(() => undefined) }
    turn.searching = mine
    try {
      return pageView(await page)
    } finally {
      if (turn.searching === mine) turn.searching = undefined
    }
  }
}

/** Searches that differ in their words alone belong to one list. */
function listOf({ words: _words, ...rest }: Parsed<'library', 'find'>, caller: number): string {
  return JSON.stringify([caller, rest])
}
