import sharp from 'sharp'
import type { Pixels } from '../pixels.ts'
import { type Encoded, encodedAs } from './encoded.ts'
import { writeIndexedPng } from './indexed-png.ts'
import type { PlacedIndexes } from './place-indexed.ts'

/** A PNG with a palette. */
export async function encodeIndexed(pixels: PlacedIndexes): Promise<Encoded> {
  return encodedAs(await writeIndexedPng(pixels), { format: 'png', ...pixels.view.canvas, fidelity: 'exact' })
}

/**
 * A PNG in full colour, of the rows as they are: on screens, where patterns repeat, filtered rows pack worse in twice the
 * time. Level 6 takes a quarter longer than 5 and saves 3 %.
 */
export async function encodeTruecolour({ data, width, height }: Pixels): Promise<Encoded> {
  const png = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .png({ compressionLevel: 5, adaptiveFiltering: false })
    .toBuffer()
  return encodedAs(png, { format: 'png', width, height, fidelity: 'exact' })
}
