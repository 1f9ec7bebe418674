import { distance } from '../accuracy/distance.ts'
import type { Edges, TruthLine } from './generate/picture.ts'

/** A piece of text as an engine found it: a word or a line. Box in picture pixels. */
export interface Segment {
  readonly text: string
  readonly box: Edges
}

/** Counts of one picture; rates are formed over many. */
export interface Score {
  /** Wrong characters, white space removed; text where there is none counts too. */
  readonly errors: number
  readonly characters: number
  /** The same with single blanks kept, save beside Chinese. */
  readonly spacedErrors: number
  readonly spacedCharacters: number
  readonly lines: number
  /** Lines without an error, and lines with at most a tenth of their characters wrong. */
  readonly exactLines: number
  readonly goodLines: number
}

/** One form for characters that no reader can tell apart: compatibility forms, quotes, dashes, runs of blanks. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Normalised, without any white space. */
export function tight(text: string): string {
  return normalised(text).replace(/\s+/g, '')
}

const besideChinese = /(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) | (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])/g

/** Normalised; blanks next to a Chinese character do not count, because no two writers agree on them. */
export function spaced(text: string): string {
  return normalised(text).replace(besideChinese, '')
}

/** A line, or the lines of one row judged together, that was not read exactly. */
export interface WrongLine {
  readonly wanted: string
  readonly found: string
}

interface Group {
  readonly truth: TruthLine[]
  readonly found: Segment[]
}

/**
 * Compares line by line, by place, so that neither reading order nor the cutting of a row into pieces matters.
 * A segment belongs to the line that it covers most; lines of one row that share a segment are judged as one.
 */
export function score(truth: readonly TruthLine[], segments: readonly Segment[]): Score {
  const { groups, strays } = match(truth, segments)
  const stray = Array.from(tight(strays.map((segment) => segment.text).join(''))).length
  const total = { errors: stray, characters: 0, spacedErrors: stray, spacedCharacters: 0, exactLines: 0, goodLines: 0 }
  for (const group of groups) {
    const wanted = fromLeft(group.truth)
    const got = fromLeft(group.found)
    const characters = Array.from(tight(wanted)).length
    const errors = distance(tight(wanted), tight(got))
    total.errors += errors
    total.characters += characters
    total.spacedErrors += distance(spaced(wanted), spaced(got))
    total.spacedCharacters += Array.from(spaced(wanted)).length
    if (errors === 0) total.exactLines += group.truth.length
    if (errors <= characters / 10) total.goodLines += group.truth.length
  }
  return { ...total, lines: truth.length }
}

/** What `score` counts as errors, to look at; text where there is none is not among it. */
export function wrongLines(truth: readonly TruthLine[], segments: readonly Segment[]): WrongLine[] {
  return match(truth, segments)
    .groups.map((group) => ({ wanted: fromLeft(group.truth), found: fromLeft(group.found) }))
    .filter(({ wanted, found }) => tight(wanted) !== tight(found))
}

function fromLeft(pieces: readonly Segment[]): string {
  return pieces
    .toSorted((left, right) => left.box[0] - right.box[0])
    .map((piece) => piece.text)
    .join(' ')
}

function match(truth: readonly TruthLine[], segments: readonly Segment[]): { groups: Group[]; strays: Segment[] } {
  const groups = new Map<TruthLine, Group>(truth.map((line) => [line, { truth: [line], found: [] }]))
  const strays: Segment[] = []
  for (const segment of segments) {
    const owner = ownerOf(segment, truth)
    const group = owner && groups.get(owner)
    if (!group) {
      strays.push(segment)
      continue
    }
    group.found.push(segment)
    for (const line of truth) {
      const other = groups.get(line)
      if (!other || other === group || !covers(segment.box, line.box) || !sameRow(owner.box, line.box)) continue
      group.truth.push(...other.truth)
      group.found.push(...other.found)
      for (const moved of other.truth) groups.set(moved, group)
    }
  }
  return { groups: [...new Set(groups.values())], strays }
}

function ownerOf(segment: Segment, truth: readonly TruthLine[]): TruthLine | undefined {
  let best: TruthLine | undefined
  let most = 0
  for (const line of truth) {
    const area = Math.max(0, shared(segment.box, line.box, 0)) * Math.max(0, shared(segment.box, line.box, 1))
    if (area <= most) continue
    most = area
    best = line
  }
  return best
}

/** Half of the smaller height and half of the line's width. */
function covers(segment: Edges, line: Edges): boolean {
  const height = Math.min(segment[3] - segment[1], line[3] - line[1])
  const width = Math.min(segment[2] - segment[0], line[2] - line[0])
  return shared(segment, line, 1) > height / 2 && shared(segment, line, 0) > width / 2
}

function sameRow(left: Edges, right: Edges): boolean {
  return shared(left, right, 1) > Math.min(left[3] - left[1], right[3] - right[1]) / 2
}

/** Length that two boxes share along x (0) or y (1); negative when they are apart. */
function shared(left: Edges, right: Edges, axis: 0 | 1): number {
  const [start, end] = axis === 0 ? ([0, 2] as const) : ([1, 3] as const)
  return Math.min(left[end], right[end]) - Math.max(left[start], right[start])
}

/** Errors of the whole text in the engine's own order, white space removed. */
export function orderScore(truth: readonly TruthLine[], text: string): { errors: number; characters: number } {
  const wanted = tight(truth.map((line) => line.text).join(' '))
  return { errors: distance(wanted, tight(text)), characters: Array.from(wanted).length }
}
