import type { Parsed } from '../../../preload/contract/contract.ts'
import type { EntryView } from '../../../preload/contract/library.ts'
import type { LayoutMode } from '../../layout/layout.ts'
import type { Entry } from '../../library/entries.ts'
import type { Library } from '../../library/library.ts'
import { locateLabels, locateWords } from '../../library/search/locate.ts'
import { entryView } from '../views.ts'
import { wordingOf } from './wording.ts'

/** All of an entry, in the layout that is wished for. Throws `library-entry-missing`. */
export function openEntry(
  { id, layout, table, words = '' }: Parsed<'library', 'entry'>,
  { entries, preferred }: { readonly entries: Library['entries']; readonly preferred: LayoutMode }
): EntryView {
  const entry = entries.get(id)
  const { result, parameters } = entry
  return entryView(entry, {
    wording: result ? wordingOf(result, { layout, table }, { parameters, preferred }) : { text: '', layout: undefined },
    found: words.trim() === '' ? [] : placesOf(result, words),
    siblings: entries.siblings(entry)
  })
}

function placesOf(result: Entry['result'], words: string): EntryView['found'] {
  return [
    ...(result?.reading ? locateWords(result.reading, words) : []),
    ...(result?.answer ? locateLabels(result.answer, words) : [])
  ]
}
