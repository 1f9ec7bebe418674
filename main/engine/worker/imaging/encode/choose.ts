import type { Encoding } from '../../../protocol/view.ts'
import type { Pixels } from '../pixels.ts'
import { hasAtMost, indexColours } from './colours.ts'
import { bytesPerPixel, cheaper, type Encoded } from './encoded.ts'
import { encodeIndexed, encodeTruecolour } from './exact.ts'
import { encodeLossy, longestJpegSide } from './lossy.ts'
import { sample } from './sample.ts'

/** Up to this many bytes a pixel a PNG is taken without asking for a JPEG: hardly one of them takes less. */
const frugal = 1 / 16
/** Text and lines on plain ground: a JPEG of real screens with so few colours takes half as many bytes again, and more. */
export const plain = { colours: 512, bytes: 1 / 8 } as const

/**
 * The best way to encode the pixels, of those that the provider takes; `undefined` when none is small enough. `worth`
 * says how much larger than a JPEG a file may be that keeps every pixel.
 */
export async function encodeWhole(
  pixels: Pixels,
  { formats, bytes }: Encoding,
  worth: number
): Promise<Encoded | undefined> {
  const mayLose = formats.includes('jpeg') && Math.max(pixels.width, pixels.height) <= longestJpegSide
  if (formats.includes('png')) {
    const best = mayLose ? await encodeBetter(pixels, worth) : await encodeExact(pixels)
    if (best.facts.bytes <= bytes) return best
    if (best.facts.fidelity === 'lossy') return undefined
  }
  const lossy = mayLose ? await encodeLossy(pixels) : undefined
  return lossy !== undefined && lossy.facts.bytes <= bytes ? lossy : undefined
}

async function encodeExact(pixels: Pixels): Promise<Encoded> {
  const indexed = indexColours(pixels)
  return indexed === undefined ? encodeTruecolour(pixels) : encodeIndexed(indexed)
}

/** Exactly or as a JPEG. What has many colours and many pixels is tried on a part of them. */
async function encodeBetter(pixels: Pixels, worth: number): Promise<Encoded> {
  const indexed = indexColours(pixels)
  const isPlain = indexed !== undefined || hasAtMost(plain.colours, pixels)
  const part = isPlain ? pixels : sample(pixels)
  const exact = indexed === undefined ? await encodeTruecolour(part) : await encodeIndexed(indexed)
  if (part === pixels && bytesPerPixel(exact) <= (isPlain ? plain.bytes : frugal)) return exact
  const lossy = await encodeLossy(part)
  const better = cheaper(exact, lossy, worth)
  if (part === pixels) return better
  return better === exact ? encodeTruecolour(pixels) : encodeLossy(pixels)
}
