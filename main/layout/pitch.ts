import { charactersOf, isUnspaced } from './kinds.ts'
import { median, type Piece } from './piece.ts'

/** Fonts of one width: how wide a letter is, and whether the text really has one width. */
export interface Pitch {
  /** Pixels from one letter to the next; a Han character takes two. */
  readonly width: number
  readonly steady: boolean
}

/** Letters of a terminal stay within this share of their width from their places; the reader's own steps cost 0.1. */
const mostStray = 0.3
/** Shorter lines of any font may look even by chance. */
const leastLetters = 12

/** The pitch of letters over some lines, measured from where the reader saw each character. */
export function measurePitch(pieces: readonly Piece[]): Pitch {
  const all = pieces.map(measurePiece).filter((one) => one.cells >= 4)
  const long = all.filter((one) => one.cells >= leastLetters)
  const asked = long.length > 0 ? long : all
  const size = median(pieces.map((piece) => piece.size))
  const width = median(
    asked.map((one) => one.width),
    size * 0.55
  )
  const latin = long.filter((one) => one.isLatin)
  const even = latin.filter((one) => one.stray < mostStray && Math.abs(one.width - width) < width * 0.06)
  return { width: Math.max(width, 1e-6), steady: latin.length >= 2 && even.length >= latin.length * 0.6 }
}

interface MeasuredPiece {
  readonly cells: number
  readonly width: number
  /** Root mean square distance of the letters from their places on an even grid, in widths. */
  readonly stray: number
  readonly isLatin: boolean
}

function measurePiece({ line, ends }: Piece): MeasuredPiece {
  const length = ends[1] - ends[0]
  const centres: [number, number][] = []
  let cells = 0
  const characters = charactersOf(line.text)
  for (const [index, character] of characters.entries()) {
    const takes = isUnspaced(character) ? 2 : 1
    if (character !== ' ') centres.push([cells + takes / 2, (line.positions[index] ?? 0) * length])
    cells += takes
  }
  const [first, last] = [centres[0], centres.at(-1)]
  const span = (last?.[0] ?? 0) - (first?.[0] ?? 0)
  if (!first || !last || span <= 0) return { cells: 0, width: 0, stray: Infinity, isLatin: false }
  const width = (last[1] - first[1]) / span
  const off = centres.map(([cell, x]) => (x - first[1] - (cell - first[0]) * width) / width)
  const stray = Math.sqrt(off.reduce((total, one) => total + one * one, 0) / off.length)
  return { cells, width, stray, isLatin: cells < characters.length * 1.2 }
}

/** Columns of a terminal that a text takes. */
export function cellsOf(text: string): number {
  return charactersOf(text).reduce((cells, character) => cells + (isUnspaced(character) ? 2 : 1), 0)
}
