import type { Gutter } from './gutter.ts'
import { median, middleOf, type Row, type Segment } from './piece.ts'
import { boxOfRow, groupRows } from './rows.ts'

/** A stretch from edge to edge of a region. */
interface Band {
  readonly y0: number
  readonly y1: number
}

/** Where both sides of a gutter start anew on the same height after a wide gap: cards and sections, read one by one. */
export function sectionBands(segments: readonly Segment[], gutter: Gutter): Band[] {
  const usual = Math.max(usualGap(gutter.left), usualGap(gutter.right))
  const size = median(segments.map((segment) => segment.size))
  const rows = groupRows(segments)
  let from = -Infinity
  return emptyBands(segments).filter(({ y0, y1 }) => {
    // An edge drawn from top to bottom keeps what stands beside it whole.
    if (gutter.edge.y0 < y0 && gutter.edge.y1 > y1) return false
    const wide = y1 - y0 > Math.max(usual * 1.5, usual + size * 0.4)
    const section = rows.filter((row) => middleOf(boxOfRow(row)) > from && middleOf(boxOfRow(row)) < y1)
    const [only, second] = section
    const below = rows[rows.indexOf(only ?? []) + 1]
    if (!wide || (only && !second && below && isHeading(only, below)) || !startsBelow(segments, y1, size)) return false
    from = y1
    return true
  })
}

/** Whether each text of a row stands over a text of the row below: the headings of lists. */
function isHeading(row: Row, below: Row): boolean {
  return row.every((heading) =>
    below.some((entry) => Math.abs(entry.box.x0 - heading.box.x0) < Math.max(entry.size, heading.size) * 2.5)
  )
}

function startsBelow(segments: readonly Segment[], y: number, size: number): boolean {
  const first = segments.filter(({ box }) => box.y0 >= y - 1e-6 && box.y0 < y + size * 0.3)
  return first.length > 1
}

/** Parts segments at some bands; from top to bottom, none of the parts empty. */
export function splitAt(segments: readonly Segment[], bands: readonly Band[]): Segment[][] {
  const parts: Segment[][] = [...bands.map(() => []), []]
  for (const segment of segments) {
    const index = bands.findIndex((band) => middleOf(segment.box) < band.y1)
    parts[index < 0 ? bands.length : index]?.push(segment)
  }
  return parts.filter((part) => part.length > 0)
}

/** Bands from edge to edge that hold no text, from top to bottom. */
export function emptyBands(segments: readonly Segment[]): Band[] {
  const sorted = segments.toSorted((a, b) => a.box.y0 - b.box.y0)
  const bands: Band[] = []
  let bottom = sorted[0]?.box.y1 ?? 0
  for (const { box } of sorted) {
    if (box.y0 > bottom) bands.push({ y0: bottom, y1: box.y0 })
    bottom = Math.max(bottom, box.y1)
  }
  return bands
}

/** The usual gap between the rows of one side; of few gaps the smallest, since a card may have two lines and wide gaps. */
function usualGap(side: readonly Segment[]): number {
  const rows = groupRows(side).map(boxOfRow)
  const gaps = rows.slice(1).map((box, index) => Math.max(0, box.y0 - (rows[index]?.y1 ?? box.y0)))
  if (gaps.length === 0) return 0
  return gaps.length < 4 ? Math.min(...gaps) : median(gaps)
}
