import type { PixelBox, TaskResult } from '../result.ts'

/** What became of one tile; `tile` is its place in pixels of the original. */
export interface TileResult {
  readonly result: TaskResult
  readonly tile: PixelBox
}

/** Tiles in rows from top to bottom, each row from left to right. Tiles of a row share more than half of their height. */
export function rowsOfTiles<Placed extends { readonly tile: PixelBox }>(placed: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = []
  for (const one of placed.toSorted((a, b) => a.tile.y0 - b.tile.y0)) {
    const [first] = rows.at(-1) ?? []
    if (first && sharesRow(first.tile, one.tile)) rows.at(-1)?.push(one)
    else rows.push([one])
  }
  return rows.map((row) => row.toSorted((a, b) => a.tile.x0 - b.tile.x0))
}

function sharesRow(a: PixelBox, b: PixelBox): boolean {
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  return shared > Math.min(a.y1 - a.y0, b.y1 - b.y0) / 2
}
