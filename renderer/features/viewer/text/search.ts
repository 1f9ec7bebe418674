import type { TextPage } from './page.ts'
import type { TextSelection } from './range.ts'

/** Text of the page in the form in which it is searched, with the way back to its characters. */
interface Searchable {
  readonly text: string
  /** By UTF-16 unit of `text`. */
  readonly lines: readonly number[]
  readonly indices: readonly number[]
}

const unspaced = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff65\u{20000}-\u{3ffff}]/u

/** More hits than anybody steps through. */
export const mostHits = 2000

/**
 * Finds words in the picture, also where they run on in the next line. Upper and lower case, full and half width are the
 * same; so is any number of blanks. When nothing is found, blanks do not matter: readers lose some.
 */
export function findInPage(page: TextPage, words: string): TextSelection[] {
  const close = find(makeSearchable(page, true), fold(words.trim(), true))
  return close.length > 0 ? close : find(makeSearchable(page, false), fold(words.trim(), false))
}

function find({ text, lines, indices }: Searchable, words: string): TextSelection[] {
  const hits: TextSelection[] = []
  if (words === '') return hits
  for (let at = text.indexOf(words); at >= 0 && hits.length < mostHits; at = text.indexOf(words, at + words.length)) {
    const last = at + words.length - 1
    hits.push({
      anchor: { line: lines[at] ?? 0, index: indices[at] ?? 0 },
      focus: { line: lines[last] ?? 0, index: (indices[last] ?? 0) + 1 }
    })
  }
  return hits
}

function makeSearchable(page: TextPage, spaced: boolean): Searchable {
  const pieces: string[] = []
  const lines: number[] = []
  const indices: number[] = []
  let before = ''
  const put = (piece: string, line: number, index: number): void => {
    if (piece === '') return
    pieces.push(piece)
    for (let unit = 0; unit < piece.length; unit++) {
      lines.push(line)
      indices.push(index)
    }
    before = piece
  }
  for (const [line, { characters }] of page.entries()) {
    let isBlank = line > 0
    for (const [index, character] of characters.entries()) {
      const piece = foldCharacter(character)
      if (piece.trim() === '') {
        isBlank = true
        continue
      }
      if (spaced && isBlank && before !== '' && !unspaced.test(before) && !unspaced.test(piece)) put(' ', line, index)
      isBlank = false
      put(piece, line, index)
    }
  }
  return { text: pieces.join(''), lines, indices }
}

function fold(words: string, spaced: boolean): string {
  let folded = ''
  let before = ''
  let isBlank = false
  for (const character of words) {
    const piece = foldCharacter(character)
    if (piece.trim() === '') {
      isBlank = true
      continue
    }
    if (spaced && isBlank && before !== '' && !unspaced.test(before) && !unspaced.test(piece)) folded += ' '
    isBlank = false
    folded += piece
    before = piece
  }
  return folded
}

function foldCharacter(character: string): string {
  return character.normalize('NFKC').toLowerCase()
}
