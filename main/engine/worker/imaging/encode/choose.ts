import type { Encoding } from '../../../protocol/view.ts'
import type { Pixels } from '../pixels.ts'
import { countColours, indexColours } from './colours.ts'
import { bytesPerPixel, cheaper, type Encoded, exactWorth, type Nature } from './encoded.ts'
import { encodeIndexed, encodeTruecolour } from './exact.ts'
import { encodeLossy, longestJpegSide } from './lossy.ts'
import { placeWhole } from './place-indexed.ts'
import { sample } from './sample.ts'

/** Up to this many bytes a pixel a PNG is taken without asking for a JPEG: hardly one of them takes less. */
const frugal = 1 / 16
/** Text and lines on plain ground: a JPEG of real screens with so few colours takes half as many bytes again, and more. */
export const plain = { colours: 512, bytes: 1 / 8 } as const

/** Up to this many bytes a PNG of native pixels is taken, so that small pictures keep each of them. */
const light = 40 * 1024

/** The best way to encode the pixels, of those that the provider takes; `undefined` when none is small enough. */
export async function encodeWhole(
  pixels: Pixels,
  { formats, bytes }: Encoding,
  nature: Nature
): Promise<Encoded | undefined> {
  const mayLose = formats.includes('jpeg') && Math.max(pixels.width, pixels.height) <= longestJpegSide
  if (formats.includes('png')) {
    const best = mayLose ? await encodeBetter(pixels, nature) : await encodeExact(pixels, nature)
    if (best.facts.bytes <= bytes) return best
    if (best.facts.fidelity === 'lossy') return undefined
  }
  const lossy = mayLose ? await encodeLossy(pixels) : undefined
  return lossy !== undefined && lossy.facts.bytes <= bytes ? lossy : undefined
}

async function encodeExact(pixels: Pixels, { hasManyColours }: Nature): Promise<Encoded> {
  const indexed = hasManyColours ? undefined : indexColours(pixels)
  return indexed === undefined ? encodeTruecolour(pixels) : encodeIndexed(placeWhole(indexed))
}

/** Exactly or as a JPEG. What has many colours and many pixels is tried on a part of them. */
async function encodeBetter(pixels: Pixels, nature: Nature): Promise<Encoded> {
  const { worth } = nature
  const part = sample(pixels)
  if (part !== pixels && !isPlain(pixels)) {
    const better = cheaper(await encodeTruecolour(part), await encodeLossy(part), worth)
    return better.facts.fidelity === 'exact' ? encodeTruecolour(pixels) : encodeLossy(pixels)
  }
  const exact = await encodeExact(pixels, nature)
  const isLight = worth > exactWorth.resampled && exact.facts.bytes <= light
  if (isLight || bytesPerPixel(exact) <= frugal) return exact
  // What would have been sampled has been counted.
  if (bytesPerPixel(exact) <= plain.bytes && (part !== pixels || isPlain(pixels))) return exact
  return cheaper(exact, await encodeLossy(pixels), worth)
}

function isPlain(pixels: Pixels): boolean {
  return countColours(plain.colours, pixels) !== undefined
}
