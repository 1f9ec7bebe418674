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
