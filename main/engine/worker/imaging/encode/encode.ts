import sharp, { type Sharp } from 'sharp'
import type { PictureLimits } from '../../../protocol/picture.ts'
import type { Encoding, View } from '../../../protocol/view.ts'
import { decode } from '../decode.ts'
import type { Pixels } from '../pixels.ts'
import { type Encoded, encodedAs } from './encoded.ts'
import { checkView, render } from './render.ts'

/** Encodes the views one after the other; the picture is decoded once. Throws as `decode` does. */
export async function* encodeViews(
  bytes: Uint8Array,
  views: readonly View[],
  encoding: Encoding,
  limits: PictureLimits
): AsyncGenerator<Encoded> {
  const picture = await decode(bytes, limits)
  for (const view of views) {
    checkView(view, picture, limits)
    yield encodePixels(await render(picture, view, limits), encoding)
  }
}

async function encodePixels(pixels: Pixels, encoding: Encoding): Promise<Encoded> {
  const { width, height } = pixels
  if (encoding.formats.includes('png')) {
    const data = await open(pixels).png({ compressionLevel: 6 }).toBuffer()
    if (data.length <= encoding.bytes) return encodedAs(data, { format: 'png', width, height, fidelity: 'exact' })
  }
  const data = await open(pixels).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()
  return encodedAs(data, { format: 'jpeg', width, height, fidelity: 'lossy', quality: 92 })
}

function open({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
}
