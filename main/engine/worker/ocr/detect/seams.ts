import type { Component, Run } from './components.ts'

/**
 * Joins the pieces of lines that several overlapping tiles saw: components of different tiles that share a pixel are
 * one. Takes one list a tile, all in the same coordinates.
 */
export function joinSeams(tiles: readonly (readonly Component[])[]): Component[] {
  const joined: Component[] = []
  for (const tile of tiles) {
    const added: Component[] = []
    for (const component of tile) {
      let whole = component
      for (let k = joined.length - 1; k >= 0; k--) {
        const other = joined[k] as Component
        if (!share(whole, other)) continue
        whole = union(whole, other)
        joined.splice(k, 1)
      }
      added.push(whole)
    }
    joined.push(...added)
  }
  return joined
}

function share(a: Component, b: Component): boolean {
  if (a.x0 >= b.x1 || b.x0 >= a.x1 || a.y0 >= b.y1 || b.y0 >= a.y1) return false
  const rows = new Map<number, Run[]>()
  for (const run of a.runs) rows.set(run.y, [...(rows.get(run.y) ?? []), run])
  return b.runs.some((run) => rows.get(run.y)?.some((other) => other.x0 < run.x1 && run.x0 < other.x1) ?? false)
}

function union(a: Component, b: Component): Component {
  const area = a.area + b.area
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
    runs: [...a.runs, ...b.runs],
    area,
    score: (a.score * a.area + b.score * b.area) / area
  }
}
