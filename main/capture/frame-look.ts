/** How a frame looks from afar. `black`: as when a program or the system forbids it; `flat`: one colour all over. */
export type FrameLook = 'picture' | 'black' | 'flat'

/** A frame scaled down, by averaging, so that small letters still leave a trace. */
export interface FrameSample {
  /** RGBA or BGRA, four bytes a pixel, row by row. */
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

/** Pixels of the longer side a sample should have: small enough to be looked at in well under a millisecond. */
export const sampleSide = 64

/** A channel may be off by this much, of 255: scaling and colour management round. */
const tolerance = 2

/** So many pixels may differ: a cursor of 32 pixels straddles four cells of a sample of a 1080p screen. */
const strays = 4

/** Judges a frame by its sample. One without pixels counts as black. */
export function lookOf({ pixels, width, height }: FrameSample): FrameLook {
  const count = Math.min(width * height, Math.floor(pixels.length / 4))
  if (isAlmostAll(pixels, count, [0, 0, 0])) return 'black'
  return isAlmostAll(pixels, count, commonColour(pixels, count)) ? 'flat' : 'picture'
}

type Colour = readonly [number, number, number]

function isAlmostAll(pixels: Uint8Array, count: number, colour: Colour): boolean {
  // A fraction, too: in a sample of a few pixels four are not a cursor.
  const allowed = Math.min(strays, Math.floor(count / 100))
  let different = 0
  for (let index = 0; index < count; index++) {
    if (!isNear(pixels, index * 4, colour)) different++
    if (different > allowed) return false
  }
  return true
}

/** What is seen through a transparent pixel is nothing: black. */
function isNear(pixels: Uint8Array, at: number, colour: Colour): boolean {
  const isClear = pixels[at + 3] === 0
  return colour.every((value, channel) => Math.abs((isClear ? 0 : (pixels[at + channel] ?? 0)) - value) <= tolerance)
}

/** The median of each channel: the colour of a frame that has but one, whatever a cursor covers. */
function commonColour(pixels: Uint8Array, count: number): Colour {
  return [medianOf(pixels, count, 0), medianOf(pixels, count, 1), medianOf(pixels, count, 2)]
}

function medianOf(pixels: Uint8Array, count: number, channel: number): number {
  const values = Uint8Array.from({ length: count }, (_, index) => pixels[index * 4 + channel] ?? 0)
  return values.toSorted()[count >> 1] ?? 0
}
