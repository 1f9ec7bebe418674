import { Failure } from '../../../../failure.ts'
import type { PictureLimits } from '../../../protocol/picture.ts'
import type { Size, View } from '../../../protocol/view.ts'
import { checkPixels } from '../refusals.ts'

/** Refuses a view that does not lie in the picture, or whose canvas would cost too much memory. */
export function checkView({ crop, content, canvas }: View, picture: Size, limits: PictureLimits): void {
  const inside = crop.x0 < crop.x1 && crop.y0 < crop.y1 && crop.x1 <= picture.width && crop.y1 <= picture.height
  if (!inside || content.width > canvas.width || content.height > canvas.height) {
    throw new Failure('engine-protocol', 'The reading engine was asked for a part that the picture does not have.', {
      advice: 'Choose the part of the picture again.'
    })
  }
  checkPixels(canvas.width, canvas.height, limits)
}

/** Whether the view is the picture itself, pixel for pixel. */
export function isWhole({ crop, content, canvas }: View, picture: Size): boolean {
  return crop.x0 === 0 && crop.y0 === 0 && [cropSize(crop), content, canvas].every((size) => isSame(size, picture))
}

/** Size of the part that a view shows, in pixels of the picture. */
export function cropSize({ x0, y0, x1, y1 }: View['crop']): Size {
  return { width: x1 - x0, height: y1 - y0 }
}

export function isSame(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height
}
