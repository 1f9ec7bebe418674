import sharp from 'sharp'
import type { Pixels } from '../pixels.ts'
import type { IndexedPixels } from './colours.ts'
import { type Encoded, encodedAs } from './encoded.ts'
import { writeIndexedPng } from './indexed-png.ts'

/** A PNG with a palette. */
export async function encodeIndexed(pixels: IndexedPixels): Promise<Encoded> {
  const { width, height } = pixels
  return encodedAs(await writeIndexedPng(pixels), { format: 'png', width, height, fidelity: 'exact' })
}

/**
 * A PNG in full colour, of the rows as they are: on screens, where patterns repeat, filtered rows pack worse in twice the
 * time. Level 7 takes a third longer than 6 and, over real screens, saves nothing.
 */
export async function encodeTruecolour({ data, width, height }: Pixels): Promise<Encoded> {
  const png = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .png({ compressionLevel: 6, adaptiveFiltering: false })
    .toBuffer()
  return encodedAs(png, { format: 'png', width, height, fidelity: 'exact' })
}
