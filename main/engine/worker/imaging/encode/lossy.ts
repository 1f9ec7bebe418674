import sharp from 'sharp'
import type { Pixels } from '../pixels.ts'
import { type Encoded, encodedAs } from './encoded.ts'

/** The longest side that the JPEG library writes. */
export const longestJpegSide = 65_500

/** Above it bytes grow fast and nothing more can be seen; letters keep their colours at full resolution. */
const quality = 90

/** A JPEG of the pixels, 4:4:4. */
export async function encodeLossy({ data, width, height }: Pixels): Promise<Encoded> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return encodedAs(jpeg, { format: 'jpeg', width, height, fidelity: 'lossy', quality })
}
