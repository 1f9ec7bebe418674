import { charactersOf, isUnspaced } from './kinds.ts'
import { median, type Piece } from './piece.ts'

/** Fonts of one width: how wide a letter is, and whether the text really has one width. */
export interface Pitch {
  /** Pixels from one letter to the next; a Han character takes two. */
  readonly width: number
  readonly steady: boolean
}

/** The pitch of letters over some lines, measured from where the reader saw each character. */
export function measurePitch(pieces: readonly Piece[]): Pitch {
  const measured: { width: number; letters: number }[] = []
  for (const piece of pieces) {
    const cells = cellsOf(piece.line.text)
    const [first, last] = [piece.line.positions[0], piece.line.positions.at(-1)]
    if (first === undefined || last === undefined || cells < 4) continue
    measured.push({ width: ((last - first) * (piece.box.x1 - piece.box.x0)) / (cells - 1), letters: cells })
  }
  const long = measured.filter(({ letters }) => letters >= 10)
  const asked = long.length >= 2 ? long : measured
  const width = median(
    asked.map((one) => one.width),
    median(pieces.map((piece) => piece.size)) * 0.55
  )
  const even = long.filter((one) => Math.abs(one.width - width) < width * 0.03).length
  return { width: Math.max(width, 1e-6), steady: long.length >= 3 && even >= long.length * 0.6 }
}

/** Columns of a terminal that a text takes. */
export function cellsOf(text: string): number {
  return charactersOf(text).reduce((cells, character) => cells + (isUnspaced(character) ? 2 : 1), 0)
}
