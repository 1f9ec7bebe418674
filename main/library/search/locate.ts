import type { Point, Quad } from '../../engine/protocol/geometry.ts'
import type { Reading, ReadLine } from '../../engine/protocol/reading.ts'
import { orderLines } from '../../layout/layout.ts'
import type { TaskResult } from '../../tasks/result.ts'
import { findRanges, type Range } from './occurrences.ts'
import { termsOf } from './words.ts'

/**
 * Where words that were looked for stand in a picture: a quad for each part of a line, in pixels of the upright picture, in
 * reading order, then the codes that hold one. A phrase that goes on in the next line has one in each.
 */
export function locateWords(reading: Reading, words: string): Quad[] {
  const lines = orderLines(reading)
  const starts: number[] = []
  let text = ''
  for (const line of lines) {
    starts.push(text.length)
    text += `${line.text}\n`
  }
  const terms = termsOf(words)
  const ranges = findRanges(text, terms)
  const found = lines.flatMap((line, index) => {
    const start = starts[index] ?? 0
    return within(ranges, start, start + line.text.length).map((range) => partOf(line, range))
  })
  const codes = (reading.codes ?? []).filter((code) => findRanges(code.text, terms).length > 0)
  return [...found, ...codes.map((code) => code.quad)]
}

/** The boxes of an answer whose labels hold one of the words. */
export function locateLabels(answer: TaskResult, words: string): Quad[] {
  if (answer.kind !== 'boxes') return []
  const terms = termsOf(words)
  return answer.detections
    .filter(({ label }) => findRanges(label, terms).length > 0)
    .map(
      ({ box: { x0, y0, x1, y1 } }): Quad => [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1]
      ]
    )
}

/** The parts of the ranges that lie from `start` to `end`, counted from `start`. */
function within(ranges: readonly Range[], start: number, end: number): Range[] {
  return ranges.flatMap(([from, to]): Range[] =>
    from < end && to > start ? [[Math.max(from, start) - start, Math.min(to, end) - start]] : []
  )
}

/** The part of a line's quad in which some of its UTF-16 units stand. */
function partOf(line: ReadLine, [start, end]: Range): Quad {
  const first = Array.from(line.text.slice(0, start)).length
  const last = first + Array.from(line.text.slice(start, end)).length - 1
  const from = edgeBefore(line.positions, first)
  const to = edgeBefore(line.positions, last + 1)
  const [topLeft, topRight, bottomRight, bottomLeft] = line.quad
  if (line.vertical) {
    return [
      between(topLeft, bottomLeft, from),
      between(topRight, bottomRight, from),
      between(topRight, bottomRight, to),
      between(topLeft, bottomLeft, to)
    ]
  }
  return [
    between(topLeft, topRight, from),
    between(topLeft, topRight, to),
    between(bottomLeft, bottomRight, to),
    between(bottomLeft, bottomRight, from)
  ]
}

/** Half way between the middles of a character and of the one before it; the line's own edges at its ends. */
function edgeBefore(positions: readonly number[], index: number): number {
  const before = positions[index - 1]
  const after = positions[index]
  if (before === undefined) return 0
  return after === undefined ? 1 : (before + after) / 2
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
