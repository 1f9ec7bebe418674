import { charactersOf, isUnspaced } from './kinds.ts'
import { type Block, median, middleOf, type Piece, type Row } from './piece.ts'
import { cellsOf, measurePitch, type Pitch } from './pitch.ts'
import { boxOfRow } from './rows.ts'

/** More blank lines than this in a row are the room between two things, not part of a text. */
const mostBlankLines = 3
/** Places of letters are known to about a third of a letter: below this many letters a gap counts as one blank. */
const surelyWider = 1.7

/** Text on a grid of letters of one width: indentation, inner blanks and blank lines as they were on the screen. */
export function layCode(blocks: readonly Block[]): string {
  return blocks.map(layBlock).join('\n\n')
}

function layBlock(block: Block): string {
  const pieces = block.rows.flatMap((row) => row.flatMap((segment) => segment.pieces))
  const pitch = measurePitch(pieces)
  const stops = findStops(
    pieces.map((piece) => startOf(piece, pitch)),
    pitch
  )
  const lines: string[] = []
  const step = lineStep(block.rows)
  for (const [index, row] of block.rows.entries()) {
    const before = block.rows[index - 1]
    if (before) {
      const blank = Math.round((middleOf(boxOfRow(row)) - middleOf(boxOfRow(before))) / step) - 1
      for (let count = 0; count < Math.min(blank, mostBlankLines); count++) lines.push('')
    }
    lines.push(layRow(row, stops, pitch))
  }
  return lines.join('\n')
}

/** Pixels from line to line: the lower quarter, because blank lines only ever make it more. */
function lineStep(rows: readonly Row[]): number {
  const middles = rows.map((row) => middleOf(boxOfRow(row)))
  const steps = middles.slice(1).map((middle, index) => middle - (middles[index] ?? middle))
  const size = median(rows.flatMap((row) => row.map((segment) => segment.size)))
  const likely = steps.filter((step) => step > size * 0.6).toSorted((a, b) => a - b)
  return likely[likely.length >> 2] ?? Math.max(size, 1)
}

/** Places at which lines begin, from left to right: of many that lie within half a letter the mean is the truth. */
function findStops(starts: readonly number[], pitch: Pitch): number[] {
  const groups: number[][] = []
  for (const start of starts.toSorted((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && start - meanOf(group) < pitch.width * 0.6) group.push(start)
    else groups.push([start])
  }
  return groups.map(meanOf)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}

function snap(start: number, stops: readonly number[], pitch: Pitch): number {
  return stops.find((stop) => Math.abs(stop - start) < pitch.width * 0.6) ?? start
}

function layRow(row: Row, stops: readonly number[], pitch: Pitch): string {
  const [left = 0] = stops
  let text = ''
  let end = -Infinity
  for (const word of row.flatMap((segment) => segment.pieces.flatMap((piece) => wordsOf(piece, pitch)))) {
    const column = Math.round((snap(word.start, stops, pitch) - left) / pitch.width)
    const isOneBlank = word.start - end < pitch.width * surelyWider
    text += ' '.repeat(isOneBlank ? 1 : Math.max(text === '' ? 0 : 1, column - cellsOf(text))) + word.text
    end = word.end
  }
  return text
}

/** Where the first letter begins: half a letter before its middle. Nearer to the truth than the edge of the box. */
function startOf(piece: Piece, pitch: Pitch): number {
  const [first = 0] = piece.line.positions
  return piece.ends[0] + first * (piece.ends[1] - piece.ends[0]) - pitch.width / 2
}

interface Word {
  readonly text: string
  /** Pixels. */
  readonly start: number
  readonly end: number
}

/** Words with their places; where letters differ in width, the blanks of the reader are kept as they are. */
function wordsOf(piece: Piece, pitch: Pitch): Word[] {
  const start = startOf(piece, pitch)
  if (!pitch.steady) return [{ text: piece.line.text.trim(), start, end: piece.box.x1 }]
  const words: Word[] = []
  let isFresh = true
  for (const [index, character] of charactersOf(piece.line.text).entries()) {
    const isBlank = /\s/u.test(character)
    if (!isBlank) {
      const half = isUnspaced(character) ? pitch.width : pitch.width / 2
      const middle = piece.ends[0] + (piece.line.positions[index] ?? 0) * (piece.ends[1] - piece.ends[0])
      const last = words.at(-1)
      if (isFresh || !last) words.push({ text: character, start: middle - half, end: middle + half })
      else words[words.length - 1] = { text: last.text + character, start: last.start, end: middle + half }
    }
    isFresh = isBlank
  }
  return words
}
