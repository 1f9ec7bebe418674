import { areaOf, boxAround, overlapOf, sharedArea } from '../geometry.ts'
import { boundNotices } from '../parse/notices.ts'
import type { Detection, PixelBox, TaskResult } from '../result.ts'
import { writeDetections } from '../write/detections.ts'
import { mergeAnswers } from './texts.ts'
import { rowsOfTiles, type TileResult } from './tiles.ts'

/** Two boxes of one thing, seen in two tiles, share at least this much. */
const sameOverlap = 0.6
/** A box that was cut by an edge lies in the whole one to this share of its area. */
const insideShare = 0.8
/** Distance from the edge of a tile, as a share of its side, within which a box counts as cut. */
const edgeShare = 0.015

interface Placed {
  readonly detection: Detection
  readonly tile: PixelBox
}

/** The boxes of all tiles; what two tiles both show becomes one box. */
export function mergeBoxes(results: readonly TileResult[]): TaskResult {
  const rows = rowsOfTiles(results).flat()
  const first = rows.find(({ result }) => result.kind === 'boxes')
  if (!first) return mergeAnswers(results)
  const placed = rows.flatMap(({ result, tile }) =>
    result.kind === 'boxes' ? result.detections.map((detection) => ({ detection, tile })) : []
  )
  const detections = placed
    .reduce(addBox, [])
    .map(({ detection }) => detection)
    .slice(0, 5000)
  const prose = rows
    .map(({ result }) => (result.kind === 'boxes' ? result.prose : result.text))
    .filter((text) => text !== '')
  return {
    kind: 'boxes',
    text: detections.length > 0 ? writeDetections(detections) : first.result.text,
    notices: boundNotices(rows.flatMap(({ result }) => result.notices)),
    detections,
    prose: prose.join('\n\n')
  }
}

function addBox(kept: readonly Placed[], added: Placed): Placed[] {
  const index = kept.findIndex((other) => isSame(other, added))
  const other = kept[index]
  if (!other) return [...kept, added]
  // Part of a thing in each tile: the box around both is that of the whole.
  const box = boxAround(other.detection.box, added.detection.box)
  return kept.with(index, { detection: { ...other.detection, box }, tile: boxAround(other.tile, added.tile) })
}

function isSame(a: Placed, b: Placed): boolean {
  if (a.detection.label.toLowerCase() !== b.detection.label.toLowerCase() || isEqual(a.tile, b.tile)) return false
  const [first, second] = [a.detection.box, b.detection.box]
  if (overlapOf(first, second) > sameOverlap) return true
  const small = areaOf(first) < areaOf(second) ? a : b
  const shared = sharedArea(first, second)
  if (isCut(small) && shared > areaOf(small.detection.box) * insideShare) return true
  return shared > 0 && isCut(a) && isCut(b) && isAligned(first, second)
}

function isEqual(a: PixelBox, b: PixelBox): boolean {
  return a.x0 === b.x0 && a.y0 === b.y0 && a.x1 === b.x1 && a.y1 === b.y1
}

function isCut({ detection: { box }, tile }: Placed): boolean {
  const [x, y] = [(tile.x1 - tile.x0) * edgeShare, (tile.y1 - tile.y0) * edgeShare]
  return box.x0 < tile.x0 + x || box.y0 < tile.y0 + y || box.x1 > tile.x1 - x || box.y1 > tile.y1 - y
}

/** Halves of one thing agree in height when they stand side by side, in width when one is above the other. */
function isAligned(a: PixelBox, b: PixelBox): boolean {
  const across = shareOf([a.x0, a.x1], [b.x0, b.x1])
  const down = shareOf([a.y0, a.y1], [b.y0, b.y1])
  return Math.max(across, down) > sameOverlap
}

function shareOf([a0, a1]: readonly [number, number], [b0, b1]: readonly [number, number]): number {
  return (Math.min(a1, b1) - Math.max(a0, b0)) / (Math.max(a1, b1) - Math.min(a0, b0))
}
