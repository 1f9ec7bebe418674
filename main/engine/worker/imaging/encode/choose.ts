import type { Encoding } from '../../../protocol/view.ts'
import type { Pixels } from '../pixels.ts'
import { indexColours } from './colours.ts'
import { bytesPerPixel, cheapest, type Encoded } from './encoded.ts'
import { encodeIndexed, encodeTruecolour } from './exact.ts'
import { encodeLossy, longestJpegSide } from './lossy.ts'
import { sample } from './sample.ts'

/** A way to encode pixels. */
type Way = (pixels: Pixels) => Promise<Encoded>

/** Up to this many bytes a pixel a PNG is taken without asking for a JPEG: hardly one of them takes less. */
const frugal = 1 / 16

/** The best way to encode the pixels, of those that the provider takes; `undefined` when none is small enough. */
export async function encodeWhole(pixels: Pixels, { formats, bytes }: Encoding): Promise<Encoded | undefined> {
  const losing =
    formats.includes('jpeg') && Math.max(pixels.width, pixels.height) <= longestJpegSide ? [encodeLossy] : []
  const best = formats.includes('png') ? await encodeBest(pixels, losing) : undefined
  if (best !== undefined && best.facts.bytes <= bytes) return best
  if (best?.facts.fidelity === 'lossy') return undefined
  for (const way of losing) {
    const lossy = await way(pixels)
    if (lossy.facts.bytes <= bytes) return lossy
  }
  return undefined
}

/** A PNG, or one of the `losing` ways where keeping every pixel would cost too much. */
async function encodeBest(pixels: Pixels, losing: readonly Way[]): Promise<Encoded | undefined> {
  const indexed = indexColours(pixels)
  if (indexed === undefined) return encodeBySample(pixels, losing)
  const exact = await encodeIndexed(indexed)
  if (bytesPerPixel(exact) <= frugal) return exact
  return cheapest([exact, ...(await Promise.all(losing.map((way) => way(pixels))))])
}

/** Tries each way on a part of the pixels, and takes the best for all. */
async function encodeBySample(pixels: Pixels, losing: readonly Way[]): Promise<Encoded | undefined> {
  const part = sample(pixels)
  const exact = await tried(encodeTruecolour, part)
  const others = bytesPerPixel(exact) <= frugal ? [] : losing
  const best = cheapest([exact, ...(await Promise.all(others.map((way) => tried(way, part))))])
  return part === pixels ? best : best?.way(pixels)
}

async function tried(way: Way, part: Pixels): Promise<Encoded & { readonly way: Way }> {
  return { ...(await way(part)), way }
}
