import type { LibraryFindings } from '../../library/check.ts'

/** What a check has found, one sentence for each kind; none when all is well. `mended`: what belongs to nothing is gone. */
export function sentencesOf(findings: LibraryFindings, mended: boolean): { sentences: string[]; sound: boolean } {
  const { database, missing, changed, orphans, unused } = findings
  const lasting = [
    ...(database === undefined ? [] : [`The database is damaged; the next start repairs it. SQLite says: ${database}`]),
    ...counted(missing.length, ['picture is', 'pictures are'], 'missing: somebody has deleted the file.'),
    ...counted(changed.length, ['picture was', 'pictures were'], 'changed by somebody.')
  ]
  const end = mended ? 'removed.' : 'of no use any more, and can be removed.'
  const loose = [
    ...counted(orphans.length, mended ? ['stray file was', 'stray files were'] : ['file is', 'files are'], end),
    ...counted(
      unused.length,
      mended ? ['picture was', 'pictures were'] : ['picture of no entry is', 'pictures of no entry are'],
      end
    )
  ]
  return { sentences: [...lasting, ...loose], sound: lasting.length === 0 && (mended || loose.length === 0) }
}

function counted(count: number, [one, many]: readonly [string, string], end: string): string[] {
  if (count === 0) return []
  return [`${count.toLocaleString('en')} ${count === 1 ? one : many} ${end}`]
}
