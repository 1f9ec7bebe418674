import type { Page } from './browser.ts'

export const categories = ['english', 'chinese', 'mixed', 'code', 'table', 'interface', 'crop', 'page'] as const
export type Category = (typeof categories)[number]

/** A picture of a set before it is drawn. */
export interface PictureSpec extends Page {
  readonly name: string
  readonly category: Category
}

/** `[x0, y0, x1, y1]` in picture pixels. */
export type Edges = readonly [number, number, number, number]

export interface TruthLine {
  readonly text: string
  readonly box: Edges
}

/** A drawn picture with all that it says, lines in reading order. */
export interface TruthPicture {
  readonly name: string
  readonly category: Category
  /** Picture pixels. */
  readonly width: number
  readonly height: number
  /** Picture pixels for one CSS pixel. */
  readonly scale: number
  readonly lines: readonly TruthLine[]
}
