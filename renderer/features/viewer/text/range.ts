import type { Point } from '../geometry/transform.ts'
import { type Caret, compareCarets } from './caret.ts'
import { type PageLine, placeOn, type TextPage } from './page.ts'

/** A selection: from where the drag began to where it is. */
export interface TextSelection {
  readonly anchor: Caret
  readonly focus: Caret
}

/** The part of one line that is selected, in characters. */
export interface LinePart {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Corners of a selected stretch in the picture, in drawing order. */
export type Stretch = readonly [Point, Point, Point, Point]

/** Start and end in reading order. */
export function ordered({ anchor, focus }: TextSelection): readonly [Caret, Caret] {
  return compareCarets(anchor, focus) <= 0 ? [anchor, focus] : [focus, anchor]
}

export function isEmpty({ anchor, focus }: TextSelection): boolean {
  return compareCarets(anchor, focus) === 0
}

/** What is selected of each line; lines of which nothing is selected are left out. */
export function partsOf(page: TextPage, selection: TextSelection): LinePart[] {
  const [start, end] = ordered(selection)
  const parts: LinePart[] = []
  for (let line = Math.max(0, start.line); line <= Math.min(end.line, page.length - 1); line++) {
    const length = page[line]?.characters.length ?? 0
    const from = line === start.line ? Math.min(start.index, length) : 0
    const to = line === end.line ? Math.min(end.index, length) : length
    if (to > from) parts.push({ line, from, to })
  }
  return parts
}

/** Where a part of a line stands in the picture. */
export function stretchOf(line: PageLine, from: number, to: number): Stretch {
  const [start, end] = [line.edges[from] ?? 0, line.edges[to] ?? 1]
  return [placeOn(line, start, 0), placeOn(line, end, 0), placeOn(line, end, 1), placeOn(line, start, 1)]
}

/** Where a selection stands in the picture, line by line. */
export function stretchesOf(page: TextPage, selection: TextSelection): Stretch[] {
  return partsOf(page, selection).flatMap(({ line, from, to }) => {
    const measured = page[line]
    return measured === undefined ? [] : [stretchOf(measured, from, to)]
  })
}

/** All of the page; undefined when it has no text. */
export function wholePage(page: TextPage): TextSelection | undefined {
  const last = page.at(-1)
  if (last === undefined) return undefined
  return { anchor: { line: 0, index: 0 }, focus: { line: page.length - 1, index: last.characters.length } }
}

export function wholeLine(page: TextPage, line: number): TextSelection {
  return { anchor: { line, index: 0 }, focus: { line, index: page[line]?.characters.length ?? 0 } }
}

/** The word that a character belongs to, as the system cuts words of any language; blanks and marks are words, too. */
export function wordAt(page: TextPage, { line, index }: Caret): TextSelection {
  let from = 0
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(page[line]?.text ?? '')) {
    const to = from + Array.from(segment).length
    if (index < to) return { anchor: { line, index: from }, focus: { line, index: to } }
    from = to
  }
  return wholeLine(page, line)
}
