import type { Piece } from './piece.ts'

/** Lines of vertical writing that stand side by side: a column of a page that otherwise runs across. */
export function groupVertical(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => b.box.x0 - a.box.x0 || a.box.y0 - b.box.y0)) {
    const group = groups.find((candidate) => candidate.some((other) => isNextTo(piece, other)))
    if (group) group.push(piece)
    else groups.push([piece])
  }
  return groups
}

/** To the left of `right`, nearer than one and a half letters, and for the most part on the same height. */
function isNextTo(piece: Piece, right: Piece): boolean {
  const shared = Math.min(piece.box.y1, right.box.y1) - Math.max(piece.box.y0, right.box.y0)
  const shorter = Math.min(piece.box.y1 - piece.box.y0, right.box.y1 - right.box.y0)
  return shared > shorter * 0.5 && right.box.x0 - piece.box.x1 < Math.max(piece.size, right.size) * 1.5
}
