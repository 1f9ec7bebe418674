import type { Pixels } from '../pixels.ts'

/** Rows of one band: two rows of the largest blocks of JPEG. */
const bandRows = 16
/** One band out of so many is taken. */
const everyBand = 8
/** A sample smaller than this many rows says too little. */
const fewestRows = 192

/** Bands from all over the picture, to tell in an eighth of the time how well it packs; all of a small one. */
export function sample(pixels: Pixels): Pixels {
  const { data, width, height } = pixels
  const rows = Math.max(fewestRows, Math.ceil(height / everyBand))
  const bands = Math.floor(rows / bandRows)
  if (height < rows * 2) return pixels
  const bandBytes = width * bandRows * 3
  const sampled = new Uint8Array(bands * bandBytes)
  for (let band = 0; band < bands; band += 1) {
    const start = Math.floor((band * (height - bandRows)) / (bands - 1)) * width * 3
    sampled.set(data.subarray(start, start + bandBytes), band * bandBytes)
  }
  return { data: sampled, width, height: bands * bandRows }
}
