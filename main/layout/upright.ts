import { type Box, boundsOf, type Point } from '../engine/protocol/geometry.ts'
import type { Reading, ReadLine, Ruling } from '../engine/protocol/reading.ts'
import { charactersOf } from './kinds.ts'
import type { Piece } from './piece.ts'

/** A picture turned so that its text runs to the right and its lines follow each other downwards. */
export interface UprightPage {
  readonly pieces: readonly Piece[]
  /** Lines that run in another direction than the page: labels of an axis, stamps. */
  readonly askew: readonly Piece[]
  readonly rulings: readonly Ruling[]
  /** Most lines are vertical Chinese or Japanese: the page was turned so that its columns are rows. */
  readonly vertical: boolean
}

interface Run {
  readonly line: ReadLine
  /** Direction of reading in radians, clockwise from the x axis. */
  readonly angle: number
  readonly length: number
  readonly size: number
}

/** Lines that lean more than this against the page are set aside: about 25 degrees. */
const askewAngle = 0.44

/** Narrower room at the ends of a line, in multiples of its thickness, is the margin that detectors leave. */
const leastSign = 0.6

/** Takes the slant and the quarter turns out of a reading. */
export function makeUpright(reading: Reading): UprightPage {
  const runs = reading.lines.map(measure)
  const verticalLength = sum(runs.filter((run) => run.line.vertical).map((run) => run.length))
  const vertical = verticalLength > sum(runs.map((run) => run.length)) / 2
  const angle = commonAngle(runs.filter((run) => run.line.vertical === vertical))
  const turn = turnBy(-angle)
  const pieces: Piece[] = []
  const askew: Piece[] = []
  for (const run of runs) {
    const lean = Math.abs(wrap(run.angle - angle))
    const along = lean < askewAngle
    const box = boxOf(run, turn, along)
    const piece: Piece = { line: run.line, box: withoutSigns(box, run), ends: [box.x0, box.x1], size: run.size }
    if (along || run.line.vertical || vertical || isStub(run)) pieces.push(piece)
    else askew.push(piece)
  }
  return { pieces, askew, rulings: reading.rulings.flatMap((ruling) => turnRuling(ruling, turn)), vertical }
}

/** Too short to have a direction of its own: a single digit has a quad as high as wide. */
function isStub(run: Run): boolean {
  return run.length < run.size * 1.5 && charactersOf(run.line.text).length < 4
}

function measure(line: ReadLine): Run {
  const [topLeft, topRight, bottomRight, bottomLeft] = line.quad
  const start: Point = [(topLeft[0] + bottomLeft[0]) / 2, (topLeft[1] + bottomLeft[1]) / 2]
  const end: Point = [(topRight[0] + bottomRight[0]) / 2, (topRight[1] + bottomRight[1]) / 2]
  const top: Point = [(topLeft[0] + topRight[0]) / 2, (topLeft[1] + topRight[1]) / 2]
  const bottom: Point = [(bottomLeft[0] + bottomRight[0]) / 2, (bottomLeft[1] + bottomRight[1]) / 2]
  const across = Math.hypot(end[0] - start[0], end[1] - start[1])
  const down = Math.hypot(bottom[0] - top[0], bottom[1] - top[1])
  if (line.vertical && down >= across) return { line, angle: direction(top, bottom), length: down, size: across }
  return { line, angle: direction(start, end), length: across, size: down }
}

function direction(from: Point, to: Point): number {
  return Math.atan2(to[1] - from[1], to[0] - from[0])
}

/** The direction that most of the text has: the quarter turn with the most length, then the median within it. */
function commonAngle(runs: readonly Run[]): number {
  const pointed = runs.filter((run) => run.length >= run.size * 1.3)
  const quarters = [0, 0, 0, 0]
  for (const run of pointed.length > 0 ? pointed : runs) {
    quarters[quarterOf(run.angle)] = (quarters[quarterOf(run.angle)] ?? 0) + run.length
  }
  const quarter = quarters.indexOf(Math.max(...quarters))
  const base = (quarter * Math.PI) / 2
  const along = runs.filter((run) => quarterOf(run.angle) === quarter)
  const long = along.filter((run) => run.length >= run.size * 2.5)
  const votes = (long.length > 0 ? long : along)
    .map((run) => ({ lean: wrap(run.angle - base), weight: run.length }))
    .toSorted((a, b) => a.lean - b.lean)
  let left = sum(votes.map((vote) => vote.weight)) / 2
  for (const vote of votes) {
    left -= vote.weight
    if (left <= 0) return base + vote.lean
  }
  return 0
}

function quarterOf(angle: number): number {
  return (Math.round(angle / (Math.PI / 2)) + 4) % 4
}

/** Brings an angle between -pi and pi. */
function wrap(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI))
}

type Turn = (point: Point) => Point

function turnBy(angle: number): Turn {
  const quarters = angle / (Math.PI / 2)
  const exact = Number.isInteger(quarters)
  const cos = exact ? Math.round(Math.cos(angle)) : Math.cos(angle)
  const sin = exact ? Math.round(Math.sin(angle)) : Math.sin(angle)
  return ([x, y]) => [x * cos - y * sin, x * sin + y * cos]
}

/** A leaning line keeps its own thickness: the upright box around it would be far too high. */
function boxOf(run: Run, turn: Turn, along: boolean): Box {
  const [a, b, c, d] = run.line.quad
  const box = boundsOf([turn(a), turn(b), turn(c), turn(d)])
  if (!along) return box
  const middle = (box.y0 + box.y1) / 2
  const half = Math.min(run.size, box.y1 - box.y0) / 2
  return { x0: box.x0, y0: middle - half, x1: box.x1, y1: middle + half }
}

/** A tick box or an icon at either end of a line is in its quad, but not in its text: what is left is where text stands. */
function withoutSigns(box: Box, { line, length, size }: Run): Box {
  const [first, last] = [line.positions[0], line.positions.at(-1)]
  if (line.vertical || first === undefined || last === undefined || line.positions.length < 2) return box
  const half = ((last - first) * length) / (line.positions.length - 1) / 2
  const before = first * length - half
  const after = (1 - last) * length - half
  return {
    ...box,
    x0: box.x0 + (before > size * leastSign ? before : 0),
    x1: box.x1 - (after > size * leastSign ? after : 0)
  }
}

function turnRuling(ruling: Ruling, turn: Turn): Ruling[] {
  const start = turn([ruling.x0, ruling.y0])
  const end = turn([ruling.x1, ruling.y1])
  const width = Math.abs(end[0] - start[0])
  const height = Math.abs(end[1] - start[1])
  if (Math.min(width, height) > Math.max(width, height) * 0.1) return []
  const [x0, x1] = [Math.min(start[0], end[0]), Math.max(start[0], end[0])]
  const [y0, y1] = [Math.min(start[1], end[1]), Math.max(start[1], end[1])]
  return [{ x0, y0, x1, y1 }]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
