import sharp from 'sharp'
import { defaultPictureLimits } from '../../../../../../main/engine/protocol/picture.ts'
import type { Encoding, Size, View } from '../../../../../../main/engine/protocol/view.ts'
import { encodeViews } from '../../../../../../main/engine/worker/imaging/encode/encode.ts'
import type { Encoded } from '../../../../../../main/engine/worker/imaging/encode/encoded.ts'
import { render } from '../../../../../../main/engine/worker/imaging/encode/render.ts'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'

/** What every provider takes. */
export const anything: Encoding = { formats: ['png', 'jpeg'], bytes: 7_000_000 }

/** The whole picture, pixel for pixel, on a canvas of its own size or a larger one. */
export function whole({ width, height }: Size, canvas: Size = { width, height }): View {
  return { crop: { x0: 0, y0: 0, x1: width, y1: height }, content: { width, height }, canvas }
}

/** The encoded views, in order. */
export async function encodeAll(
  bytes: Uint8Array,
  views: readonly View[],
  encoding: Encoding = anything
): Promise<Encoded[]> {
  const encoded: Encoded[] = []
  for await (const one of encodeViews(bytes, views, encoding, defaultPictureLimits)) encoded.push(one)
  return encoded
}

/** The first encoded view. */
export async function encodeOne(bytes: Uint8Array, view: View, encoding: Encoding = anything): Promise<Encoded> {
  const [first] = await encodeAll(bytes, [view], encoding)
  if (first === undefined) throw new Error('Nothing was encoded')
  return first
}

/** The pixels of an encoded file, by a decoder that knows nothing of how it was made. */
export async function pixelsIn(data: Uint8Array): Promise<Pixels> {
  const raw = await sharp(data).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(raw.data), width: raw.info.width, height: raw.info.height }
}

/** The view as plain memory, to be compared. */
export async function shownBy(picture: Pixels, view: View): Promise<Pixels> {
  const { data, width, height } = await render(picture, view)
  return { data: new Uint8Array(data), width, height }
}

/** Pixels that nothing packs: each channel of its own. */
export function noise(width: number, height: number): Pixels {
  let state = 1
  const data = Uint8Array.from({ length: width * height * 3 }, () => {
    // Numerical Recipes' generator: the same noise in each run.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
  return { data, width, height }
}

/** A soft slope from dark to light with many colours, as a photo has. */
export function slope(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3
      data.set([(x * 255) / width, (y * 255) / height, 128 + 60 * Math.sin(x / 9) * Math.cos(y / 7)], at)
    }
  }
  return { data, width, height }
}

/** The pixels as a file, for the encoder to read. */
export function asPng({ data, width, height }: Pixels): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

/** The pixels as a photo. */
export function asJpeg({ data, width, height }: Pixels): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer()
}
