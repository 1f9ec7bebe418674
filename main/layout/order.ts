import type { Box } from '../engine/protocol/geometry.ts'
import type { Reading, ReadLine, Ruling } from '../engine/protocol/reading.ts'
import { findAxes, isInChart } from './axis.ts'
import { judge } from './flow.ts'
import { findStrips, type Gutter, openGutter } from './gutter.ts'
import { type Block, byPlace, median, middleOf, type Row, type Segment } from './piece.ts'
import { groupRows, makeSegments, segmentOf } from './rows.ts'
import { emptyBands, sectionBands, splitAt } from './sections.ts'
import { makeUpright } from './upright.ts'
import { groupVertical } from './vertical.ts'

/** The lines of a reading in the order in which a person reads them. */
export function orderLines(reading: Reading): ReadLine[] {
  return orderBlocks(reading).flatMap((block) =>
    block.rows.flatMap((row) => row.flatMap((segment) => segment.pieces.map((piece) => piece.line)))
  )
}

/** The flows of text of a reading, in reading order. */
export function orderBlocks(reading: Reading): Block[] {
  const page = makeUpright(reading)
  const upright = page.pieces.filter((piece) => page.vertical || !piece.line.vertical)
  const vertical = page.vertical ? [] : page.pieces.filter((piece) => piece.line.vertical)
  const segments = [...makeSegments(upright, page.rulings), ...groupVertical(vertical).map(segmentOf)]
  const aside = page.askew.map((piece) => segmentOf([piece])).toSorted(byPlace)
  return [
    ...cut(segments, { rulings: page.rulings, axes: findAxes(segments) }),
    ...aside.map((segment) => ({ rows: [[segment]] }))
  ]
}

/** What is known of the whole page. */
interface Surroundings {
  readonly rulings: readonly Ruling[]
  /** Scales of charts. */
  readonly axes: readonly Box[]
}

/**
 * Takes a region apart at its best gutter or at its widest valleys, and each part again. `kin` says that the region
 * stands beside a flow on the same rows.
 */
function cut(segments: readonly Segment[], surroundings: Surroundings, kin = false): Block[] {
  if (segments.length === 0) return []
  const rows = groupRows(segments)
  if (rows.length === 1) return [{ rows }]
  const gutter = bestGutter(segments, surroundings, kin)
  if (!gutter) return cutAcross(segments, rows, surroundings)
  const sections = gutter.aligned ? splitAt(segments, sectionBands(segments, gutter)) : []
  if (sections.length > 1) return sections.flatMap((section) => cut(section, surroundings, true))
  const [above, rest] = partition(segments, (segment) => middleOf(segment.box) <= gutter.y0)
  const [beside, below] = partition(rest, (segment) => middleOf(segment.box) < gutter.y1)
  const [left, right] = partition(beside, (segment) => (segment.box.x0 + segment.box.x1) / 2 < gutter.x)
  return [
    cut(above, surroundings),
    cut(left, surroundings, gutter.aligned),
    cut(right, surroundings, gutter.aligned),
    cut(below, surroundings)
  ].flat()
}

/** Without a gutter a region is rows. Where they stand in groups, each group may hold a gutter of its own. */
function cutAcross(segments: readonly Segment[], rows: readonly Row[], surroundings: Surroundings): Block[] {
  if (isOneColumn(rows)) return [{ rows }]
  const bands = emptyBands(segments)
  const widest = Math.max(0, ...bands.map((band) => band.y1 - band.y0))
  const slack = median(segments.map((segment) => segment.size)) * 0.35
  const valleys = bands.filter((band) => band.y1 - band.y0 >= widest - slack)
  const parts = splitAt(segments, valleys)
  if (parts.length < 2) return [{ rows }]
  return joinRows(parts.map((part) => cut(part, surroundings)))
}

/** Whether nothing stands beside anything else. */
function isOneColumn(rows: readonly Row[]): boolean {
  return rows.every((row, index) => {
    const [only, second] = row
    const above = rows[index - 1]?.[0]
    if (!only || second) return false
    return !above || Math.min(only.box.x1, above.box.x1) > Math.max(only.box.x0, above.box.x0)
  })
}

/** Parts that turned out to be rows and nothing else stay one block. */
function joinRows(parts: readonly Block[][]): Block[] {
  const joined: Block[] = []
  let open = false
  for (const blocks of parts) {
    const [only] = blocks
    const last = joined.at(-1)
    if (open && last && only && blocks.length === 1) joined[joined.length - 1] = { rows: [...last.rows, ...only.rows] }
    else joined.push(...blocks)
    open = blocks.length === 1
  }
  return joined
}

/** From so much evidence on, lower gutters need not be looked at. */
const sure = 2
const plenty = 6

interface JudgedGutter extends Gutter {
  readonly aligned: boolean
}

/** The strip whose sides are separate flows most surely, of those that are about as high as the highest. */
function bestGutter(
  segments: readonly Segment[],
  { rulings, axes }: Surroundings,
  kin: boolean
): JudgedGutter | undefined {
  const byHeight = segments.toSorted(byPlace)
  const seen = new Set<string>()
  let best: (JudgedGutter & { independence: number }) | undefined
  let highest = 0
  for (const strip of findStrips(segments, rulings)) {
    if (strip.y1 - strip.y0 <= highest * 0.85) break
    const gutter = openGutter(strip, byHeight, rulings)
    if (!gutter || gutter.left.length + gutter.right.length < 3 || isInChart(gutter, axes)) continue
    const sides = `${gutter.left.length} ${gutter.right.length} ${gutter.y0} ${gutter.y1}`
    if (seen.has(sides)) continue
    seen.add(sides)
    const verdict = judge(gutter, kin)
    if (verdict.independence <= 0) continue
    if (verdict.independence >= sure) highest = Math.max(highest, heightOf(gutter))
    if (!best || isBetter(gutter, verdict.independence, best)) best = { ...gutter, ...verdict }
  }
  return best
}

/** A higher gutter parts more, so a lower one has to be much surer; beyond some evidence more of it says no more. */
function isBetter(gutter: Gutter, independence: number, best: Gutter & { independence: number }): boolean {
  const worth = Math.min(independence, plenty) * heightOf(gutter) ** 4
  const gain = worth - Math.min(best.independence, plenty) * heightOf(best) ** 4
  return gain === 0 ? gutter.x1 - gutter.x0 > best.x1 - best.x0 : gain > 0
}

function heightOf(gutter: Gutter): number {
  return gutter.y1 - gutter.y0
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = []
  const no: T[] = []
  for (const item of items) (test(item) ? yes : no).push(item)
  return [yes, no]
}
