import type { CropBox } from '../crop/crop.ts'
import type { Point, Size, Transform } from '../geometry/transform.ts'

/** Corners of a shape in pixels of the picture, in drawing order. */
export type Shape = readonly Point[]

export interface BoxShape {
  readonly shape: Shape
  readonly label: string
  /** CSS colour, with white text on it. */
  readonly colour: string
  readonly isLit: boolean
}

/** All that lies over the picture. */
export interface Drawing {
  readonly viewport: Size
  /** Device pixels for one CSS pixel. */
  readonly density: number
  readonly transform: Transform
  readonly selection: readonly Shape[]
  /** Of a search in the picture. */
  readonly hits: readonly Shape[]
  readonly currentHit: readonly Shape[]
  /** Of a search in the library. */
  readonly found: readonly Shape[]
  /** Outlines of what was read. */
  readonly lines: readonly Shape[]
  readonly codes: readonly Shape[]
  /** What lights up, boxes aside. */
  readonly lit: Shape | undefined
  readonly boxes: readonly BoxShape[]
  readonly crop: CropBox | undefined
  readonly picture: Size
}

/** CSS colours. */
export interface Inks {
  readonly selection: string
  readonly hit: string
  readonly currentHit: string
  readonly found: string
  readonly line: string
  readonly lit: string
  readonly code: string
  readonly halo: string
  readonly shade: string
}
