import sharp, { type Matrix3x3 } from 'sharp'
import type { Pixels } from '../fake-electron/png.ts'

/** The pixels of a picture file of any format. */
export async function decode(path: string): Promise<Pixels> {
  // Red for blue, and the other way round.
  const swapped: Matrix3x3 = [
    [0, 0, 1],
    [0, 1, 0],
    [1, 0, 0]
  ]
  const { data, info } = await sharp(path)
    .toColourspace('srgb')
    .removeAlpha()
    .recomb(swapped)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, bgra: data }
}
