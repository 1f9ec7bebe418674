import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { libraryFolder, lookAtPlace, movingMark, type PlaceKind } from '../../../../main/library/moving/place.ts'
import { openStore } from '../../../../main/store/store.ts'
import { failureOf, temporaryFolder } from '../shelf.ts'

/** A folder with a library in it, and what a test puts beside. */
function scene(): { readonly current: string; readonly at: (name: string) => string } {
  const folder = temporaryFolder()
  const current = join(folder, 'library')
  openStore(current).close()
  return { current, at: (name) => join(folder, name) }
}

const put = (folder: string, ...names: readonly string[]): void => {
  mkdirSync(folder)
  for (const name of names) writeFileSync(join(folder, name), '')
}

describe('a folder that was chosen', () => {
  const cases: readonly [title: string, PlaceKind, prepare: (there: string, current: string) => string][] = [
    ['is not there yet', 'empty', (there) => there],
    ['has nothing in it', 'empty', (there) => (put(there), there)],
    ['has what file browsers leave', 'empty', (there) => (put(there, '.DS_Store', 'Thumbs.db'), there)],
    ['has what a move left', 'empty', (there) => (put(there, movingMark, 'library.db', 'library.db.partial'), there)],
    ['has that, and more', 'foreign', (there) => (put(there, movingMark, 'library.db', 'letters.txt'), there)],
    ['has files of somebody', 'foreign', (there) => (put(there, 'letters.txt'), there)],
    ['is a file', 'foreign', (there) => (writeFileSync(there, ''), there)],
    ['has a library', 'library', (there) => (openStore(there).close(), there)],
    ['is the one of the library', 'same', (_, current) => current],
    ['is that one by another name', 'same', (there, current) => (symlinkSync(current, there), there)],
    ['lies in the library', 'inside', (_, current) => join(current, 'pictures', 'new')],
    ['begins like the library', 'empty', (_, current) => `${current}-2`],
    ['has the library below it', 'foreign', (_, current) => join(current, '..')],
    ['has two dots in its name only', 'inside', (_, current) => join(current, '..new')]
  ]
  test.each(cases)('%s: %s', (_title, kind, prepare) => {
    const { current, at } = scene()
    expect(lookAtPlace(prepare(at('there'), current), current)).toBe(kind)
  })
})

describe('the folder of the library', () => {
  test('is the usual one, there or not', () => {
    const data = temporaryFolder()
    expect(libraryFolder(data, undefined)).toBe(join(data, 'library'))
  })

  test('is the chosen one as long as it is there, and never an empty one instead', () => {
    const { current } = scene()
    expect(libraryFolder('/data', current)).toBe(current)
    rmSync(current, { recursive: true })
    const { code, message } = failureOf(() => libraryFolder('/data', current))
    expect(code).toBe('disk')
    expect(message).toContain(current)
    mkdirSync(current)
    expect(failureOf(() => libraryFolder('/data', current)).code).toBe('disk')
  })

  test('is the chosen one also when its database is lost: that is made anew', () => {
    const { current } = scene()
    mkdirSync(join(current, 'pictures'))
    rmSync(join(current, 'library.db'))
    expect(libraryFolder('/data', current)).toBe(current)
  })
})
