import { type Alignment, offsetOf } from './alignment.ts'
import { locate } from './caret.ts'
import { type PageLine, placeOn, type TextPage } from './page.ts'
import { type LinePart, partsOf, type TextSelection } from './range.ts'

/** Gaps on one row, in multiples of the letters' size: from here on a blank, from here on another cell. */
const blankFrom = 0.25
const cellFrom = 2

const unspaced = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff65\u{20000}-\u{3ffff}]/u

/**
 * The text of a selection as it is copied. Where the text that the layout made has the same words in the same order, it is
 * that text: with whole words, paragraphs and indentation. Elsewhere lines are joined by where they stand.
 */
export function textOf(page: TextPage, selection: TextSelection, alignment?: Alignment): string {
  const parts = partsOf(page, selection)
  return laidOut(page, parts, alignment) ?? byPlace(page, parts)
}

/** The stretch of the layout's text that holds these lines and no others. */
function laidOut(page: TextPage, parts: readonly LinePart[], alignment: Alignment | undefined): string | undefined {
  const [first, last] = [parts[0], parts.at(-1)]
  if (alignment === undefined || first === undefined || last === undefined) return undefined
  const { ranks } = alignment
  const base = ranks[first.line] ?? -1
  const isRow = base >= 0 && parts.every((part, index) => ranks[part.line] === base + index)
  const start = offsetOf(alignment, first.line, first.from)
  const end = endOf(page, alignment, last)
  return isRow && start !== undefined && end !== undefined ? alignment.text.slice(start, end) : undefined
}

function endOf(page: TextPage, alignment: Alignment, { line, from, to }: LinePart): number | undefined {
  const characters = page[line]?.characters ?? []
  // The letter before decides: what follows may stand behind blanks that are not selected.
  for (let index = to - 1; index >= from; index--) {
    const start = offsetOf(alignment, line, index)
    const character = characters[index] ?? ''
    if (start !== undefined && alignment.text.startsWith(character, start)) return start + character.length
  }
  return offsetOf(alignment, line, to)
}

function byPlace(page: TextPage, parts: readonly LinePart[]): string {
  let text = ''
  let before: PageLine | undefined
  for (const { line, from, to } of parts) {
    const measured = page[line]
    if (measured === undefined) continue
    const part = measured.characters.slice(from, to).join('')
    text += before === undefined ? part : between(before, measured) + part
    before = measured
  }
  return text
}

/** What stands between two lines that follow each other: nothing, a blank, a tab or a line break. */
function between(before: PageLine, after: PageLine): string {
  const size = Math.min(before.size, after.size)
  const { along, across } = locate(before, placeOn(after, 0, 0.5))
  const gap = along - before.length
  if (across > size / 2 || gap < -size) return '\n'
  if (gap > size * cellFrom) return '\t'
  const isDense = unspaced.test(before.characters.at(-1) ?? '') && unspaced.test(after.characters[0] ?? '')
  return gap < size * (isDense ? 1 : blankFrom) ? '' : ' '
}
