import type { View } from '../../../protocol/view.ts'
import type { IndexedPixels } from './colours.ts'
import { cropSize, isSame } from './view.ts'

const white = 0xff_ff_ff

/** A part of a picture of few colours at the top left of a canvas. */
export interface PlacedIndexes extends Pick<IndexedPixels, 'indexes' | 'palette'> {
  readonly view: View
  /** Indexes of a row of the picture. */
  readonly stride: number
  /** The index of what is around it. */
  readonly rim: number
}

/** The view of a picture of few colours, on white; `undefined` for one that is resampled, or has no colour left for white. */
export function placeIndexed({ width, indexes, palette }: IndexedPixels, view: View): PlacedIndexes | undefined {
  const found = palette.indexOf(white)
  const rim = found === -1 ? palette.length : found
  if (!isSame(cropSize(view.crop), view.content) || rim > 255) return undefined
  return { indexes, palette: found === -1 ? [...palette, white] : palette, view, stride: width, rim }
}

/** All of a picture, and nothing around it. */
export function placeWhole({ width, height, indexes, palette }: IndexedPixels): PlacedIndexes {
  const size = { width, height }
  const view = { crop: { x0: 0, y0: 0, x1: width, y1: height }, content: size, canvas: size }
  return { indexes, palette, view, stride: width, rim: 0 }
}
