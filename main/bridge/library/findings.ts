import type { LibraryFindings } from '../../library/check.ts'
import { type Said, say } from '../../saying.ts'

/** What a check has found, one sentence for each kind; none when all is well. `mended`: what belongs to nothing is gone. */
export function sentencesOf(findings: LibraryFindings, mended: boolean): { sentences: Said[]; sound: boolean } {
  const { database, missing, changed, orphans, unused } = findings
  const lasting = [
    ...(database === undefined ? [] : [damaged(database)]),
    ...counted(
      'library.missing',
      missing.length,
      ['picture is', 'pictures are'],
      'missing: somebody has deleted the file.'
    ),
    ...counted('library.changed', changed.length, ['picture was', 'pictures were'], 'changed by somebody.')
  ]
  const end = mended ? 'removed.' : 'of no use any more, and can be removed.'
  const files = mended ? (['stray file was', 'stray files were'] as const) : (['file is', 'files are'] as const)
  const pictures = mended
    ? (['picture was', 'pictures were'] as const)
    : (['picture of no entry is', 'pictures of no entry are'] as const)
  const loose = [
    ...counted('library.stray-files', orphans.length, files, end, mended),
    ...counted('library.stray-pictures', unused.length, pictures, end, mended)
  ]
  return { sentences: [...lasting, ...loose], sound: lasting.length === 0 && (mended || loose.length === 0) }
}

function damaged(words: string): Said {
  const message = `The database is damaged; the next start repairs it. SQLite says: ${words}`
  return say(message, 'library.database', { words })
}

type Counted = 'library.missing' | 'library.changed' | 'library.stray-files' | 'library.stray-pictures'

function counted(
  name: Counted,
  count: number,
  [one, many]: readonly [string, string],
  end: string,
  removed = false
): Said[] {
  if (count === 0) return []
  const message = `${count.toLocaleString('en')} ${count === 1 ? one : many} ${end}`
  return [say(message, name, { count, removed })]
}
