import type { Component, Run } from './components.ts'

/** A run of one tile's component. */
interface Piece {
  readonly run: Run
  /** Index of its component among those of all tiles. */
  readonly owner: number
}

/**
 * Joins the pieces of lines that several overlapping tiles saw: components of different tiles that share a pixel are
 * one. Takes one list a tile, all in the same coordinates.
 */
export function joinSeams(tiles: readonly (readonly Component[])[]): Component[] {
  const components = tiles.flat()
  if (tiles.length < 2) return components
  const parents = components.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] = parents[parents[root] as number] as number
    return root
  }
  const pieces = components
    .flatMap(({ runs }, owner) => runs.map((run): Piece => ({ run, owner })))
    .toSorted((a, b) => a.run.y - b.run.y || a.run.x0 - b.run.x0)
  const merged = mergeOverlaps(pieces, (a, b) => {
    parents[rootOf(a)] = rootOf(b)
  })
  const runs = Map.groupBy(merged, ({ owner }) => rootOf(owner))
  const parts = Map.groupBy(components, (_, index) => rootOf(index))
  return [...parts].map(([root, group]) => {
    const [only] = group
    return group.length === 1 && only ? only : union(group, runs.get(root)?.map(({ run }) => run) ?? [])
  })
}

/** Makes one run of all that overlap, so that no pixel counts twice, and tells whose they are. Takes them sorted. */
function mergeOverlaps(pieces: readonly Piece[], join: (a: number, b: number) => void): Piece[] {
  const merged: Piece[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (last && last.run.y === piece.run.y && piece.run.x0 < last.run.x1) {
      join(last.owner, piece.owner)
      const run = { ...last.run, x1: Math.max(last.run.x1, piece.run.x1) }
      merged[merged.length - 1] = { run, owner: last.owner }
    } else merged.push(piece)
  }
  return merged
}

function union(group: readonly Component[], runs: readonly Run[]): Component {
  const seen = group.reduce((sum, { area }) => sum + area, 0)
  return {
    x0: group.reduce((least, part) => Math.min(least, part.x0), Number.POSITIVE_INFINITY),
    y0: group.reduce((least, part) => Math.min(least, part.y0), Number.POSITIVE_INFINITY),
    x1: group.reduce((most, part) => Math.max(most, part.x1), Number.NEGATIVE_INFINITY),
    y1: group.reduce((most, part) => Math.max(most, part.y1), Number.NEGATIVE_INFINITY),
    runs,
    area: runs.reduce((sum, run) => sum + run.x1 - run.x0, 0),
    score: group.reduce((sum, part) => sum + part.score * part.area, 0) / seen
  }
}
