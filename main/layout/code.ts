import { charactersOf, isUnspaced } from './kinds.ts'
import { type Block, median, middleOf, type Piece, type Row } from './piece.ts'
import { cellsOf, measurePitch, type Pitch } from './pitch.ts'
import { boxOfRow } from './rows.ts'

/** More blank lines than this in a row are the room between two things, not part of a text. */
const mostBlankLines = 3

/** Text on a grid of letters of one width: indentation, inner blanks and blank lines as they were on the screen. */
export function layCode(blocks: readonly Block[]): string {
  return blocks.map(layBlock).join('\n\n')
}

function layBlock(block: Block): string {
  const pieces = block.rows.flatMap((row) => row.flatMap((segment) => segment.pieces))
  const pitch = measurePitch(pieces)
  const left = Math.min(...pieces.map((piece) => startOf(piece, pitch)))
  const lines: string[] = []
  const step = lineStep(block.rows)
  for (const [index, row] of block.rows.entries()) {
    const before = block.rows[index - 1]
    if (before) {
      const blank = Math.round((middleOf(boxOfRow(row)) - middleOf(boxOfRow(before))) / step) - 1
      for (let count = 0; count < Math.min(blank, mostBlankLines); count++) lines.push('')
    }
    lines.push(layRow(row, left, pitch))
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

function layRow(row: Row, left: number, pitch: Pitch): string {
  let text = ''
  for (const piece of row.flatMap((segment) => segment.pieces)) {
    for (const word of wordsOf(piece, pitch)) {
      const column = Math.round((word.start - left) / pitch.width)
      const used = cellsOf(text)
      text += ' '.repeat(Math.max(text === '' ? 0 : 1, column - used)) + word.text
    }
  }
  return text
}

/** Where the first letter begins: half a letter before its middle. Nearer to the truth than the edge of the box. */
function startOf(piece: Piece, pitch: Pitch): number {
  const [first = 0] = piece.line.positions
  return piece.box.x0 + first * (piece.box.x1 - piece.box.x0) - pitch.width / 2
}

interface Word {
  readonly text: string
  /** Pixels. */
  readonly start: number
}

/** Words with their places; where letters differ in width, the blanks of the reader are kept as they are. */
function wordsOf(piece: Piece, pitch: Pitch): Word[] {
  if (!pitch.steady) return [{ text: piece.line.text.trim(), start: startOf(piece, pitch) }]
  const words: Word[] = []
  const width = piece.box.x1 - piece.box.x0
  let fresh = true
  for (const [index, character] of charactersOf(piece.line.text).entries()) {
    if (/\s/u.test(character)) {
      fresh = true
      continue
    }
    const half = isUnspaced(character) ? pitch.width : pitch.width / 2
    const start = piece.box.x0 + (piece.line.positions[index] ?? 0) * width - half
    const last = words.at(-1)
    if (!fresh && last) words[words.length - 1] = { ...last, text: last.text + character }
    else words.push({ text: character, start })
    fresh = false
  }
  return words
}
