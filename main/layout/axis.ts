import type { Box } from '../engine/protocol/geometry.ts'
import { boxAround, type Segment } from './piece.ts'
import { groupRows } from './rows.ts'

/** A row of numbers that rise: the scale below a chart. What stands above it belongs together. */
const fewestMarks = 5

/** The scales that lie below charts. */
export function findAxes(segments: readonly Segment[]): Box[] {
  return groupRows(segments).flatMap((row) => {
    const marks = row.flatMap((segment) => segment.text.trim().split(/\s+/u)).map(valueOf)
    const values = marks.filter((value) => Number.isFinite(value))
    if (values.length < fewestMarks || values.length < marks.length * 0.8) return []
    const rises = values.slice(1).filter((value, index) => value > (values[index] ?? value)).length
    return rises >= (values.length - 1) * 0.8 ? [boxAround(row.map((segment) => segment.box))] : []
  })
}

function valueOf(mark: string): number {
  return /^[-−]?[\d.,]+[%kMG]?$/u.test(mark) ? Number(mark.replace('−', '-').replace(/[^\d.-]/gu, '')) : Number.NaN
}

/** Whether a strip lies inside a chart, which is hardly ever higher than its scale is long. */
export function isInChart(strip: { x0: number; x1: number; y0: number; y1: number }, axes: readonly Box[]): boolean {
  const middle = (strip.x0 + strip.x1) / 2
  return axes.some((axis) => {
    const size = axis.y1 - axis.y0
    const isBeside = strip.y0 < axis.y0 && strip.y1 > axis.y0 - (axis.x1 - axis.x0)
    return isBeside && middle > axis.x0 - size * 3 && middle < axis.x1 + size * 3
  })
}
