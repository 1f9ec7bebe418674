import type { Size, View } from '../../engine/protocol/view.ts'
import type { PictureRules } from '../preset.ts'
import { type Fitted, fitNatively } from './fit.ts'

/**
 * Pixels that two neighbours share, or one more: a line of large text that one of them cuts stands whole in the other,
 * and a model still sees that both are the same.
 */
const overlap = 80

interface Grid {
  readonly columns: number
  readonly rows: number
  readonly tile: Size
  readonly fitted: Fitted
}

/**
 * The fewest parts of about the same size that cover a picture and that a provider takes in native pixels, in reading
 * order. One that covers all when the picture fits as it is; none when the provider takes no part of any use.
 */
export function tilesOf(size: Size, rules: PictureRules): readonly View[] {
  const grid = fewest(size, rules)
  if (grid === undefined) return []
  const { columns, rows, tile, fitted } = grid
  const lefts = spread(size.width, tile.width, columns)
  const tops = spread(size.height, tile.height, rows)
  return tops.flatMap((top) =>
    lefts.map((left) => ({
      crop: { x0: left, y0: top, x1: left + tile.width, y1: top + tile.height },
      ...fitted
    }))
  )
}

/** Fewest tiles; among as many, those with the smallest canvas. */
function fewest(size: Size, rules: PictureRules): Grid | undefined {
  let best: Grid | undefined
  let most = mostParts(size.width)
  for (let columns = 1; columns <= most; columns++) {
    const grid = withColumns(columns, size, rules)
    if (grid === undefined || (best !== undefined && costOf(grid) >= costOf(best))) continue
    best = grid
    most = Math.min(most, grid.columns * grid.rows)
  }
  return best
}

/** Tiles; the pixels of a canvas count only among grids of as many. */
function costOf({ columns, rows, fitted: { canvas } }: Grid): number {
  return columns * rows * (1 + canvas.width * canvas.height * 1e-12)
}

/** The grid with the fewest rows whose tiles fit; undefined when they are too wide however low they are. */
function withColumns(columns: number, size: Size, rules: PictureRules): Grid | undefined {
  const width = share(size.width, columns)
  if (width > rules.maximumSide) return undefined
  for (let rows = 1; rows <= mostParts(size.height); rows++) {
    const tile = { width, height: share(size.height, rows) }
    const fitted = fitNatively(tile, rules)
    if (fitted !== undefined) return { columns, rows, tile, fitted }
  }
  return undefined
}

/** Beyond this many, parts would be overlap and nothing else. */
function mostParts(length: number): number {
  return Math.ceil(length / overlap)
}

/** How long each of `count` parts is that overlap and cover `length`. */
function share(length: number, count: number): number {
  return Math.min(length, Math.ceil((length + (count - 1) * overlap) / count))
}

/** Where `count` parts begin so that the first touches the start and the last the end. */
function spread(length: number, part: number, count: number): readonly number[] {
  if (count === 1) return [0]
  return Array.from({ length: count }, (_, index) => Math.round((index * (length - part)) / (count - 1)))
}
