import type { Box } from '../../../protocol/geometry.ts'
import type { Pixels } from '../../imaging/pixels.ts'
import { isSteep, type Strip } from '../strip.ts'
import { type Activity, cellSide } from './activity.ts'

/** Sides of a leftover, in cells, up to which it may be a single character. */
const mostCells = 6
/** Candidates that are read at most; a picture with more of them is full of something else. */
const mostCandidates = 40
/** A drawn pixel differs from the ground by this much in the green channel. */
const ink = 40

/** A strip shorter than this many times its thickness holds one or two characters. */
const shortAspect = 1.6
/** Of the usual thickness: the detector often sees no more than the middle of a brace. */
const fragmentShare = 0.8

/**
 * The detector overlooks characters that stand alone, or sees only a part of them: a closing brace, a digit under an
 * axis, a number in a table cell. Finds small drawn things that no whole strip covers, of the height of the text
 * around, which stand in a row or under an edge with it.
 */
export function findLeftovers(pixels: Pixels, activity: Activity, strips: readonly Strip[]): Strip[] {
  const usual = medianThickness(strips)
  const whole = strips.filter((strip) => !isFragment(strip, usual))
  const level = whole.filter((strip) => !isSteep(strip) && strip.angle === 0)
  if (level.length === 0) return []
  const leftovers: Strip[] = []
  for (const cluster of clustersOf(uncovered(activity, whole), activity)) {
    const box = inkBox(pixels, cluster)
    const strip = box && characterStrip(box, level)
    if (strip) leftovers.push(strip)
    if (leftovers.length > mostCandidates) return []
  }
  return leftovers
}

function medianThickness(strips: readonly Strip[]): number {
  return strips.map(({ thickness }) => thickness).toSorted((a, b) => a - b)[Math.floor(strips.length / 2)] ?? 0
}

function isFragment({ length, thickness, angle }: Strip, usual: number): boolean {
  return angle === 0 && length < thickness * shortAspect && thickness < usual * fragmentShare
}

/** Active cells that no strip touches, as a copy of the map. */
function uncovered({ cells, columns, rows }: Activity, strips: readonly Strip[]): Uint8Array {
  const left = cells.slice()
  for (const { x, y, length, thickness, angle } of strips) {
    const halfWidth = (Math.abs(Math.cos(angle)) * length + Math.abs(Math.sin(angle)) * thickness) / 2
    const halfHeight = (Math.abs(Math.sin(angle)) * length + Math.abs(Math.cos(angle)) * thickness) / 2
    const x0 = Math.max(0, Math.floor((x - halfWidth) / cellSide))
    const x1 = Math.min(columns, Math.ceil((x + halfWidth) / cellSide))
    for (
      let row = Math.max(0, Math.floor((y - halfHeight) / cellSide));
      row < Math.min(rows, Math.ceil((y + halfHeight) / cellSide));
      row++
    )
      left.fill(0, row * columns + x0, Math.max(row * columns + x0, row * columns + x1))
  }
  return left
}

/** Connected groups of cells of at most `mostCells` a side, in pixels. Eats the map. */
function* clustersOf(left: Uint8Array, { columns, rows }: Activity): Generator<Box> {
  for (let start = left.indexOf(1); start >= 0; start = left.indexOf(1, start + 1)) {
    const queue = [start]
    left[start] = 0
    let [x0, y0, x1, y1] = [columns, rows, 0, 0]
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      const [column, row] = [cell % columns, Math.floor(cell / columns)]
      x0 = Math.min(x0, column)
      x1 = Math.max(x1, column + 1)
      y0 = Math.min(y0, row)
      y1 = Math.max(y1, row + 1)
      for (let down = Math.max(0, row - 1); down <= Math.min(rows - 1, row + 1); down++) {
        for (let across = Math.max(0, column - 1); across <= Math.min(columns - 1, column + 1); across++) {
          if (left[down * columns + across] === 0) continue
          left[down * columns + across] = 0
          queue.push(down * columns + across)
        }
      }
    }
    if (x1 - x0 <= mostCells && y1 - y0 <= mostCells)
      yield { x0: x0 * cellSide, y0: y0 * cellSide, x1: x1 * cellSide, y1: y1 * cellSide }
  }
}

/** The tight box of what differs from the ground, which is the colour of the upper left corner. */
function inkBox({ data, width, height }: Pixels, cluster: Box): Box | undefined {
  const ground = data[(cluster.y0 * width + cluster.x0) * 3 + 1] as number
  const box = { x0: cluster.x1, y0: cluster.y1, x1: 0, y1: 0 }
  for (let y = Math.max(0, cluster.y0 - 1); y < Math.min(height, cluster.y1 + 1); y++) {
    for (let x = Math.max(0, cluster.x0 - 1); x < Math.min(width, cluster.x1 + 1); x++) {
      if (Math.abs((data[(y * width + x) * 3 + 1] as number) - ground) < ink) continue
      box.x0 = Math.min(box.x0, x)
      box.x1 = Math.max(box.x1, x + 1)
      box.y0 = Math.min(box.y0, y)
      box.y1 = Math.max(box.y1, y + 1)
    }
  }
  return box.x1 > box.x0 ? box : undefined
}

/** A strip around one character that has the height of its neighbours' and is aligned with one of them. */
function characterStrip(box: Box, level: readonly Strip[]): Strip | undefined {
  const x = (box.x0 + box.x1) / 2
  const y = (box.y0 + box.y1) / 2
  const height = box.y1 - box.y0
  const fits = level.filter(
    ({ thickness }) => height > thickness * 0.3 && height < thickness * 0.95 && box.x1 - box.x0 < thickness
  )
  const inRow = fits.find((line) => Math.abs(line.y - y) < line.thickness * 0.25)
  const neighbour = inRow ?? fits.find((line) => sharesEdge(line, box.x0, y))
  if (!neighbour) return undefined
  const thickness = Math.max(neighbour.thickness, height * 1.3)
  const length = box.x1 - box.x0 + thickness * 0.45
  return { x, y: inRow?.y ?? y, length, thickness, angle: 0, score: 1 }
}

/** Whether something at `left`, `y` begins where a line begins that stands within a dozen lines of it. */
function sharesEdge(line: Strip, left: number, y: number): boolean {
  return Math.abs(line.x - line.length / 2 - left) < line.thickness * 0.6 && Math.abs(line.y - y) < line.thickness * 12
}
