import type { TextRange } from '../../../../preload/contract/library.ts'

/** A part of a text, marked when it was looked for. */
export interface Part {
  readonly text: string
  readonly isMarked: boolean
  /** Where it begins. */
  readonly at: number
}

/** A text in parts by the ranges to be marked, which may touch, overlap or reach beyond it. */
export function partsOf(text: string, ranges: readonly TextRange[]): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const [from, to] of ranges.toSorted(([one], [other]) => one - other)) {
    const start = Math.max(from, end)
    if (to <= start) continue
    if (start > end) parts.push({ text: text.slice(end, start), isMarked: false, at: end })
    parts.push({ text: text.slice(start, to), isMarked: true, at: start })
    end = to
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMarked: false, at: end })
  return parts.filter((part) => part.text !== '')
}

/** The first line that says something, and what follows it in one line. */
export function linesOf(preview: string): readonly [first: string, rest: string] {
  const [first = '', ...rest] = preview.split('\n').flatMap((line) => line.trim() || [])
  return [first, rest.join(' ')]
}
