import type { View } from '../../../protocol/view.ts'
import type { IndexedPixels } from './colours.ts'
import { cropSize, isSame } from './view.ts'

const white = 0xff_ff_ff

/** The view of a picture of few colours, on white; `undefined` for one that is resampled, or has no colour left for white. */
export function placeIndexed(
  { width, indexes, palette }: IndexedPixels,
  { crop, content, canvas }: View
): IndexedPixels | undefined {
  const found = palette.indexOf(white)
  const rim = found === -1 ? palette.length : found
  if (!isSame(cropSize(crop), content) || rim > 255) return undefined
  const placed = new Uint8Array(canvas.width * canvas.height).fill(rim)
  for (let row = 0; row < content.height; row += 1) {
    const start = (crop.y0 + row) * width + crop.x0
    placed.set(indexes.subarray(start, start + content.width), row * canvas.width)
  }
  return { ...canvas, indexes: placed, palette: found === -1 ? [...palette, white] : palette }
}
