import { Failure } from '../../../../failure.ts'
import type { Encoding, Size } from '../../../protocol/view.ts'
import type { Pixels } from '../pixels.ts'
import { encodeWhole } from './choose.ts'
import { type Encoded, exactWorth, type Nature } from './encoded.ts'
import { resample } from './render.ts'

/** Of the sides, from one try to the next: three quarters leave about half of the bytes. */
const shrinkBy = 0.75

/** Whatever was counted before. */
const resampled: Nature = { worth: exactWorth.resampled, hasManyColours: false }

/**
 * Encodes the pixels in at most `encoding.bytes`. Where no way of encoding is small enough, the picture gets smaller
 * until one is. Throws `picture-too-many-bytes` when not even a single pixel fits.
 */
export async function encodeWithin(pixels: Pixels, encoding: Encoding, nature: Nature): Promise<Encoded> {
  let smaller = pixels
  for (;;) {
    const encoded = await encodeWhole(smaller, encoding, smaller === pixels ? nature : resampled)
    if (encoded !== undefined) return encoded
    const size = shrunk(smaller)
    if (size.width === smaller.width && size.height === smaller.height) throw tooFewBytes(encoding)
    // Always from the first pixels: a picture that is resampled twice is blurred twice.
    smaller = await resample(pixels, { x0: 0, y0: 0, x1: pixels.width, y1: pixels.height }, size)
  }
}

function shrunk({ width, height }: Size): Size {
  return { width: Math.max(1, Math.floor(width * shrinkBy)), height: Math.max(1, Math.floor(height * shrinkBy)) }
}

function tooFewBytes({ bytes }: Encoding): Failure {
  return new Failure('picture-too-many-bytes', `The picture cannot be sent in ${bytes} bytes.`, {
    advice: 'Allow larger pictures in the settings of the provider.'
  })
}
