import sharp from 'sharp'
import { Failure } from '../../../../failure.ts'
import type { PictureLimits } from '../../../protocol/picture.ts'
import type { Size, View } from '../../../protocol/view.ts'
import type { Pixels } from '../pixels.ts'
import { checkPixels } from '../refusals.ts'

/** Refuses a view that does not lie in the picture, or whose canvas would cost too much memory. */
export function checkView(view: View, picture: Size, limits: PictureLimits): void {
  const { crop, content, canvas } = view
  const inside = crop.x0 < crop.x1 && crop.y0 < crop.y1 && crop.x1 <= picture.width && crop.y1 <= picture.height
  if (!inside || content.width > canvas.width || content.height > canvas.height) {
    throw new Failure('engine-protocol', 'The reading engine was asked for a part that the picture does not have.', {
      advice: 'Choose the part of the picture again.'
    })
  }
  checkPixels(canvas.width, canvas.height, limits)
}

/** Whether the view is the picture itself, pixel for pixel. */
export function showsAll({ crop, content, canvas }: View, { width, height }: Size): boolean {
  const whole = crop.x0 === 0 && crop.y0 === 0 && crop.x1 === width && crop.y1 === height
  return whole && [content, canvas].every((size) => size.width === width && size.height === height)
}

/** The part of the picture in the size of its content, on a white canvas. Resampled once at most. */
export async function render(picture: Pixels, view: View, limits: PictureLimits): Promise<Pixels> {
  if (showsAll(view, picture)) return picture
  const { crop, content, canvas } = view
  const size = { width: crop.x1 - crop.x0, height: crop.y1 - crop.y0 }
  const { data: pixels, width, height } = picture
  const part = sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: limits.pixels })
  part.extract({ left: crop.x0, top: crop.y0, ...size })
  if (size.width !== content.width || size.height !== content.height) {
    part.resize({ ...content, fit: 'fill', kernel: 'lanczos3' })
  }
  part.extend({
    right: canvas.width - content.width,
    bottom: canvas.height - content.height,
    background: '#ffffff'
  })
  const { data, info } = await part.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
