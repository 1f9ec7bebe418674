import { distance } from '../accuracy/distance.ts'
import type { TruthLine } from './generate/picture.ts'
import { orderScore, type Score, type Segment, score, spaced, tight } from './score.ts'

/**
 * Score of an engine that pairs boxes with the wrong text: the best of its own order, the page read in rows, and its
 * boxes, so that the fault of its boxes does not count against its letters. Lines are found by their text.
 */
export function scoreWithoutBoxes(truth: readonly TruthLine[], text: string, segments: readonly Segment[]): Score {
  const byPlace = score(truth, segments)
  const inRows = truth.toSorted((left, right) => left.box[1] - right.box[1] || left.box[0] - right.box[0])
  const orders = [truth, rowsOf(inRows)]
  const errors = Math.min(byPlace.errors, ...orders.map((order) => orderScore(order, text).errors))
  const spacedErrors = Math.min(
    byPlace.spacedErrors,
    ...orders.map((order) => distance(spaced(order.map((line) => line.text).join(' ')), spaced(text)))
  )
  const found = tight(text)
  const exactLines = truth.filter((line) => found.includes(tight(line.text))).length
  return { ...byPlace, errors, spacedErrors, exactLines, goodLines: Math.max(exactLines, byPlace.goodLines) }
}

/** Lines from the top, those of one visual row from the left. */
function rowsOf(lines: readonly TruthLine[]): TruthLine[] {
  const rows: TruthLine[][] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const first = row?.[0]
    const middle = (line.box[1] + line.box[3]) / 2
    if (row && first && middle < first.box[3]) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.toSorted((left, right) => left.box[0] - right.box[0]))
}
