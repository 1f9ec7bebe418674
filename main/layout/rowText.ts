import { firstOf, isUnspaced, lastOf } from './kinds.ts'
import type { Row, Segment } from './piece.ts'

/** The text of one visual line. Segments that stand apart, as label and value do, are parted by one blank. */
export function textOfRow(row: Row): string {
  return row
    .map(textOfSegment)
    .filter((text) => text !== '')
    .join(' ')
}

/** The pieces of a segment: a blank between them where the gap is wide enough for one. */
export function textOfSegment(segment: Segment): string {
  let text = ''
  let end = Number.NaN
  for (const { line, box, size } of segment.pieces) {
    const next = line.text.trim()
    if (next === '') continue
    text += text === '' || !isGap(text, next, (box.x0 - end) / size) ? next : ` ${next}`
    end = box.x1
  }
  return text
}

/** `gap` in multiples of the letters' size; detectors part lines of Han at gaps that no reader sees. */
function isGap(before: string, after: string, gap: number): boolean {
  return gap > (isUnspaced(lastOf(before)) && isUnspaced(firstOf(after)) ? 0.5 : -0.1)
}
