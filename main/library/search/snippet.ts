import { findRanges, type Range } from './occurrences.ts'

/** A part of an entry's text with the places of the terms in it. */
export interface Snippet {
  readonly field: FieldName
  /** On one line. */
  readonly text: string
  /** Where the terms stand in `text`. */
  readonly ranges: readonly Range[]
  /** Something was left out before, or behind. */
  readonly cut: { readonly before: boolean; readonly after: boolean }
}

export type FieldName = 'name' | 'question' | 'labels' | 'text' | 'turns'

/** Characters of a snippet, and of them before the first term. */
const length = 160
const lead = 40
/** Places far behind the start of a very long text are not looked for: folding takes 30 ns for each character. */
const reach = 200_000

/** The part of one field that shows most terms, undefined when it holds none. */
export function snippetOf(field: FieldName, text: string, terms: readonly string[]): Snippet | undefined {
  const source = text.slice(0, reach)
  const ranges = findRanges(source, terms)
  const first = bestStart(ranges)
  return first === undefined ? undefined : cutOut(field, source, ranges, first)
}

/** The start of a text, for an entry that matched nowhere in particular. */
export function opening(field: FieldName, text: string): Snippet {
  return cutOut(field, text.slice(0, length * 2), [], 0)
}

/** Of the windows that start at a range, the one that holds most ranges. */
function bestStart(ranges: readonly Range[]): number | undefined {
  let best: number | undefined
  let most = 0
  let behind = 0
  for (const [index, [start]] of ranges.entries()) {
    while ((ranges[behind]?.[1] ?? Infinity) <= start + length - lead) behind++
    if (behind - index > most || best === undefined) {
      most = behind - index
      best = start
    }
  }
  return best
}

function cutOut(field: FieldName, text: string, ranges: readonly Range[], first: number): Snippet {
  const from = wholeCharacter(text, Math.max(0, first - lead))
  const to = wholeCharacter(text, Math.min(text.length, from + length))
  const inside = ranges.flatMap(([start, end]): Range[] =>
    start < to && end > from ? [[Math.max(start, from) - from, Math.min(end, to) - from]] : []
  )
  return {
    field,
    // Blank for blank, so that the ranges stay true.
    text: text.slice(from, to).replaceAll(/\s/gu, ' '),
    ranges: inside,
    cut: { before: from > 0, after: to < text.length }
  }
}

/** Does not cut between the two halves of a character. */
function wholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff ? index + 1 : index
}
