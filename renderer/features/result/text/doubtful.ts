import type { LineView, TextRange } from '../../../../preload/contract/library.ts'
import type { Alignment } from '../../viewer/text/alignment.ts'

/** Below this mean over its letters a word is marked, and below that of a single letter: it may be quite another one. */
const sureFrom = 0.75
const letterSureFrom = 0.45
/** More marks would say no more. */
const most = 3000

/** Where words stand in the text of which the reader was not sure. */
export function doubtfulRanges(
  lines: readonly Pick<LineView, 'text' | 'confidences'>[],
  alignment: Alignment
): TextRange[] {
  const ranges: TextRange[] = []
  for (const [index, line] of lines.entries()) {
    const aligned = alignment.lines[index]
    if (aligned === undefined || line.confidences.every((confidence) => confidence >= sureFrom)) continue
    for (const { from, to } of doubtfulWords(line)) {
      const start = aligned.offsets[from]
      const last = aligned.offsets[to - 1]
      const length = Array.from(line.text)[to - 1]?.length ?? 0
      if (start !== undefined && last !== undefined && ranges.length < most) ranges.push([start, last + length])
    }
  }
  return ranges
}

/** In characters of the line. */
function doubtfulWords({ text, confidences }: Pick<LineView, 'text' | 'confidences'>) {
  const words: { readonly from: number; readonly to: number }[] = []
  let from = 0
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const to = from + Array.from(segment).length
    const own = confidences.slice(from, to)
    const mean = own.reduce((total, confidence) => total + confidence, 0) / Math.max(1, own.length)
    const isDoubtful = mean < sureFrom || own.some((confidence) => confidence < letterSureFrom)
    if (isWordLike === true && own.length > 0 && isDoubtful) words.push({ from, to })
    from = to
  }
  return words
}
