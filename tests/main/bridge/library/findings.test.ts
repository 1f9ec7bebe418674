import { expect, test } from 'vitest'
import { sentencesOf } from '../../../../main/bridge/library/findings.ts'
import type { LibraryFindings } from '../../../../main/library/check.ts'

const nothing: LibraryFindings = { missing: [], changed: [], orphans: [], unused: [] }

test.each<[string, Partial<LibraryFindings>, boolean, boolean, readonly string[]]>([
  ['all is well', {}, false, true, []],
  [
    'pictures are gone',
    { missing: ['a', 'b'] },
    true,
    false,
    ['2 pictures are missing: somebody has deleted the file.']
  ],
  ['a picture was changed', { changed: ['a'] }, false, false, ['1 picture was changed by somebody.']],
  ['files are left over', { orphans: ['a'] }, false, false, ['1 file is of no use any more, and can be removed.']],
  ['files were left over', { orphans: ['a', 'b'] }, true, true, ['2 stray files were removed.']],
  [
    'pictures have no entry',
    { unused: ['a'] },
    false,
    false,
    ['1 picture of no entry is of no use any more, and can be removed.']
  ],
  [
    'the database is damaged',
    { database: 'row 1' },
    true,
    false,
    ['The database is damaged; the next start repairs it. SQLite says: row 1']
  ]
])('says that %s', (_what, findings, mended, sound, sentences) => {
  const said = sentencesOf({ ...nothing, ...findings }, mended)
  expect({ ...said, sentences: said.sentences.map(({ message }) => message) }).toEqual({ sentences, sound })
})
