import type { Box } from '../engine/protocol/geometry.ts'
import { boxAround, median, type Segment } from './piece.ts'
import { groupRows } from './rows.ts'

/** A row of menus, tabs or buttons: short texts side by side at even distances. */
export interface Bar {
  readonly y0: number
  readonly y1: number
  /** The gaps between its texts. A gutter may pass through one of them by chance. */
  readonly gaps: readonly (readonly [number, number])[]
}

const fewestTexts = 4
/** In multiples of the letters' size: further apart they are cells of a table or headings of columns. */
const widestGap = 3.5

/** The lines at the top of a region that stand alone and in its middle: a title over columns, however short it is. */
export function findBanners(segments: readonly Segment[]): Box[] {
  const { x0, x1 } = boxAround(segments.map((segment) => segment.box))
  const byTop = segments.map((segment) => segment.box).toSorted((a, b) => a.y0 - b.y0)
  const end = byTop.findIndex((box, index) => {
    const isAlone = (byTop[index + 1]?.y0 ?? Infinity) >= box.y1
    const isCentred = Math.abs(box.x0 - x0 - (x1 - box.x1)) < (x1 - x0) * 0.05
    return !isAlone || !isCentred
  })
  return byTop.slice(0, Math.max(0, end))
}

/** The rows that are bars, from top to bottom. */
export function findBars(segments: readonly Segment[]): Bar[] {
  return groupRows(segments).flatMap((row) => {
    if (row.length < fewestTexts) return []
    const size = median(row.map((segment) => segment.size))
    const gaps = row.slice(1).map(({ box }, index): [number, number] => [row[index]?.box.x1 ?? box.x0, box.x0])
    const usual = median(gaps.map(([from, to]) => to - from))
    const even = gaps.filter(([from, to]) => to - from < Math.min(usual * 1.6, size * widestGap))
    if (even.length < fewestTexts - 1) return []
    const { y0, y1 } = boxAround(row.map((segment) => segment.box))
    return [{ y0, y1, gaps: even }]
  })
}

/** Takes bars off both ends of a stretch of the vertical line at `x`, which are not beside anything of the gutter. */
export function trimBars([y0, y1]: [number, number], x: number, bars: readonly Bar[]): [number, number] {
  const crossed = bars.filter((bar) => bar.gaps.some(([from, to]) => from <= x && to >= x))
  let [top, bottom] = [y0, y1]
  for (const bar of crossed) if (bar.y0 < top + (bar.y1 - bar.y0) && bar.y1 > top) top = bar.y1
  for (const bar of crossed.toReversed()) if (bar.y1 > bottom - (bar.y1 - bar.y0) && bar.y0 < bottom) bottom = bar.y0
  return [top, bottom]
}
