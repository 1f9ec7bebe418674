import type { Box } from '../engine/protocol/geometry.ts'
import { joinWrapped } from './join.ts'
import { charactersOf, firstOf, isUnspaced, startsEntry, weightOf } from './kinds.ts'
import { type Block, median, middleOf } from './piece.ts'
import { measurePitch } from './pitch.ts'
import { boxOfRow } from './rows.ts'
import { textOfRow, textOfSegment } from './rowText.ts'

/** The end of a sentence or of a part of it. */
const ended = /[.!?。！？:：;；]["'”’」)）]*$/u

interface VisualLine {
  readonly text: string
  /** How much its last text says: the value beside a label may be wrapped. */
  readonly weight: number
  readonly box: Box
  /** Where its last text stands. */
  readonly tail: Box
  readonly size: number
  /** A label and its value, cells of a table: several texts on one line. */
  readonly apart: boolean
}

interface Paragraph {
  text: string
  lines: number
  readonly entry: boolean
  /** More room above than between the lines before. */
  readonly gap: boolean
}

/** Text with its paragraphs: wrapped lines joined, a blank line between paragraphs, lists and labels line by line. */
export function layParagraphs(blocks: readonly Block[]): string {
  return blocks
    .map((block) => writeParagraphs(findParagraphs(block)))
    .filter((text) => text !== '')
    .join('\n\n')
}

function writeParagraphs(paragraphs: readonly Paragraph[]): string {
  let text = ''
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = paragraphs[index - 1]
    if (before) text += isApart(before, paragraph) ? '\n\n' : '\n'
    text += paragraph.text
  }
  return text
}

function isApart(before: Paragraph, after: Paragraph): boolean {
  if (after.gap) return true
  if (before.entry && after.entry) return false
  return before.lines > 1 || after.lines > 1
}

function findParagraphs(block: Block): Paragraph[] {
  const lines = block.rows.map(visualLine).filter((line) => line.text !== '')
  const pitch = usualPitch(lines)
  const wraps = !measurePitch(block.rows.flatMap((row) => row.flatMap((segment) => segment.pieces))).steady
  const paragraphs: Paragraph[] = []
  let run: VisualLine[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const last = paragraphs.at(-1)
    const gap = before !== undefined && hasGap(before, line, pitch)
    if (index === 0 || gap) run = runFrom(lines, index, pitch)
    if (wraps && before && last && !gap && isWrapped(before, line, run, lines)) {
      last.text = joinWrapped(last.text, line.text)
      last.lines++
    } else paragraphs.push({ text: line.text, lines: 1, entry: startsEntry(line.text), gap })
  }
  return paragraphs
}

/** The lines from `index` on that follow each other without a gap. */
function runFrom(lines: readonly VisualLine[], index: number, pitch: number): VisualLine[] {
  const rest = lines.slice(index)
  const end = rest.findIndex((line, place) => place > 0 && hasGap(rest[place - 1] ?? line, line, pitch))
  return end < 0 ? rest : rest.slice(0, end)
}

function visualLine(row: Block['rows'][number]): VisualLine {
  const size = median(row.map((segment) => segment.size))
  const box = boxOfRow(row)
  const last = row.at(-1)
  return {
    text: textOfRow(row),
    weight: weightOf(last ? textOfSegment(last) : ''),
    box,
    tail: last?.box ?? box,
    size,
    apart: row.length > 1
  }
}

/** The usual distance from line to line, as multiple of the letters' size. */
function usualPitch(lines: readonly VisualLine[]): number {
  return median(lines.slice(1).map((line, index) => pitchBetween(lines[index] ?? line, line)))
}

function pitchBetween(above: VisualLine, below: VisualLine): number {
  return (middleOf(below.box) - middleOf(above.box)) / Math.max(above.size, below.size)
}

function hasGap(above: VisualLine, below: VisualLine, usual: number): boolean {
  return pitchBetween(above, below) > Math.max(usual * 1.3, usual + 0.25)
}

/** Whether a sentence runs on from one line to the next: the next word had no room on the line above. */
function isWrapped(
  above: VisualLine,
  below: VisualLine,
  run: readonly VisualLine[],
  lines: readonly VisualLine[]
): boolean {
  if (below.apart || startsEntry(below.text)) return false
  const size = Math.min(above.size, below.size)
  if (Math.abs(above.size - below.size) > size * 0.22) return false
  const indent = below.box.x0 - above.tail.x0
  if (above.apart && Math.abs(indent) > size * 0.5) return false
  if (indent > size * 0.8 && !startsEntry(above.text)) return false
  const reach = above.box.x1 + firstWordWidth(below) + size
  if (saysSo(above, below)) return reach > rightEdge(run, above)
  return (
    above.weight >= 30 && reach > rightEdge(lines, above) && isCommonEdge(above, lines) && isSentence(above, below, run)
  )
}

/** A capital after a full stop, or anywhere in a text whose other lines begin with small letters. */
function isSentence(above: VisualLine, below: VisualLine, run: readonly VisualLine[]): boolean {
  if (ended.test(above.text) || !/\p{Lu}/u.test(firstOf(below.text))) return true
  const small = run.slice(1).filter((line) => /\p{Ll}/u.test(firstOf(line.text)))
  return small.length >= (run.length - 1) * 0.4
}

/** How far to the right letters of the same size reach. */
function rightEdge(lines: readonly VisualLine[], like: VisualLine): number {
  const alike = lines.filter((line) => Math.abs(line.size - like.size) < like.size * 0.25)
  return Math.max(...alike.map((line) => line.box.x1))
}

/** The words themselves show that the sentence goes on. */
function saysSo(above: VisualLine, below: VisualLine): boolean {
  const isEnd = ended.test(above.text)
  const first = firstOf(below.text)
  if (isUnspaced(first)) return !isEnd && above.weight >= 24
  return !isEnd && /\p{Ll}/u.test(first) && above.weight >= 15
}

/** More lines than this one end near the right edge, so that the edge is one of a column of text. */
function isCommonEdge(line: VisualLine, lines: readonly VisualLine[]): boolean {
  const right = rightEdge(lines, line)
  const width = right - line.tail.x0
  return lines.some((other) => other !== line && other.box.x1 > right - width * 0.12)
}

function firstWordWidth(line: VisualLine): number {
  const characters = charactersOf(line.text)
  const each = (line.box.x1 - line.box.x0) / characters.length
  if (isUnspaced(characters[0] ?? '')) return each
  const blank = characters.findIndex((character) => character === ' ' || isUnspaced(character))
  return each * ((blank < 0 ? characters.length : blank) + 1)
}
