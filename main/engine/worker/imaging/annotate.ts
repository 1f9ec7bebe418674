import sharp from 'sharp'
import type { Quad } from '../../protocol/geometry.ts'
import type { PictureLimits } from '../../protocol/picture.ts'
import { decode } from './decode.ts'
import { outline } from './outline.ts'
import type { Pixels } from './pixels.ts'

/** Something to point out in a picture. The label is not drawn: that would need a font on every system. */
export interface Mark {
  readonly quad: Quad
  readonly label?: string | undefined
}

/** A PNG of the upright picture with an outline around each quad. Pixels are drawn on a copy. */
export async function annotate(
  picture: Pixels | Uint8Array,
  marks: readonly Mark[],
  limits: PictureLimits
): Promise<Uint8Array> {
  const { data, width, height } =
    picture instanceof Uint8Array ? await decode(picture, limits) : { ...picture, data: picture.data.slice() }
  const stroke = strokeOf(width, height)
  for (const mark of marks) outline({ data, width, height }, mark.quad, stroke)
  // A low level, and rows as they are: the file is looked at once, and screens pack well anyway.
  return sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: limits.pixels })
    .png({ compressionLevel: 3, adaptiveFiltering: false })
    .toBuffer()
}

/** 2 pixels up to a full-HD screen, more on larger pictures, so that a scaled-down view still shows it. */
function strokeOf(width: number, height: number): number {
  return Math.max(2, Math.round(Math.max(width, height) / 1000))
}
