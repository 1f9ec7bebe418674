import sharp from 'sharp'
import type { Size, View } from '../../../protocol/view.ts'
import type { Pixels } from '../pixels.ts'
import { cropSize, isSame, isWhole } from './view.ts'

/** The part of the picture in the size of its content, on a white canvas. Resampled once, or not at all. */
export async function render(picture: Pixels, view: View): Promise<Pixels> {
  if (isWhole(view, picture)) return picture
  const { crop, content, canvas } = view
  if (isSame(cropSize(crop), content)) return place(picture, { x: crop.x0, y: crop.y0 }, content, canvas)
  const part = await resample(picture, crop, content)
  return isSame(content, canvas) ? part : place(part, { x: 0, y: 0 }, content, canvas)
}

/**
 * Makes a part of the picture the size of `content`. In sRGB as it is: in linear light dark letters on white become
 * thin and pale.
 */
export async function resample(picture: Pixels, crop: View['crop'], content: Size): Promise<Pixels> {
  const { width, height } = picture
  const { data } = await sharp(picture.data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .extract({ left: crop.x0, top: crop.y0, ...cropSize(crop) })
    .resize({ ...content, fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, ...content }
}

/** Copies what lies at `from`, as large as `content`, to the top left of a white canvas. */
function place(
  { data, width }: Pixels,
  from: { readonly x: number; readonly y: number },
  content: Size,
  canvas: Size
): Pixels {
  const placed = new Uint8Array(canvas.width * canvas.height * 3)
  for (let row = 0; row < content.height; row += 1) {
    const start = ((from.y + row) * width + from.x) * 3
    const at = row * canvas.width * 3
    placed.set(data.subarray(start, start + content.width * 3), at)
    placed.fill(255, at + content.width * 3, at + canvas.width * 3)
  }
  return { data: placed.fill(255, content.height * canvas.width * 3), ...canvas }
}
