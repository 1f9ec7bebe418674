import sharp from 'sharp'
import type { ThumbnailFacts } from '../../../protocol/operations.ts'
import type { PictureLimits } from '../../../protocol/picture.ts'
import { decode } from '../decode.ts'

/** A WebP of the picture with its longer side at most `side` pixels. Throws as `decode` does. */
export async function thumbnail(
  bytes: Uint8Array,
  side: number,
  limits: PictureLimits
): Promise<{ readonly data: Uint8Array; readonly facts: ThumbnailFacts }> {
  const { data: pixels, width, height } = await decode(bytes, limits, side)
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: limits.pixels })
    // Only pictures that sharp does not decode come here larger.
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return { data, facts: { format: 'webp', bytes: data.length, width: info.width, height: info.height } }
}
