import type { Pixels } from '../pixels.ts'

/** Rows of one band: two rows of the largest blocks of JPEG. */
const bandRows = 16
/** One row out of so many is taken. */
const everyRow = 8
/** A sample of fewer rows says too little. */
const fewestRows = 320
/** What is tried on more than a third of a picture, and then done with all of it, takes as long as to try both on all. */
const leastGain = 3
/** Of the golden section: steps by it come to lie evenly, and never in the rhythm of lines of text. */
const golden = 0.618

/** Bands from all over the picture, to tell in an eighth of the time how well it packs; all of a small one. */
export function sample(pixels: Pixels): Pixels {
  const { data, width, height } = pixels
  const bands = Math.ceil(Math.max(fewestRows, height / everyRow) / bandRows)
  const stratum = height / bands
  if (stratum < bandRows * leastGain) return pixels
  const bandBytes = width * bandRows * 3
  const sampled = new Uint8Array(bands * bandBytes)
  for (let band = 0; band < bands; band += 1) {
    const offset = ((band * golden) % 1) * (stratum - bandRows)
    const start = Math.floor(band * stratum + offset) * width * 3
    sampled.set(data.subarray(start, start + bandBytes), band * bandBytes)
  }
  return { data: sampled, width, height: bands * bandRows }
}
