import type { PictureFacts, PictureLimits } from '../../../protocol/picture.ts'
import type { Encoding, View } from '../../../protocol/view.ts'
import { decode } from '../decode.ts'
import type { Pixels } from '../pixels.ts'
import { probe } from '../probe.ts'
import { bytesPerPixel, cheaper, type Encoded, exactWorth } from './encoded.ts'
import { original } from './original.ts'
import { render } from './render.ts'
import { checkView, cropSize, isSame } from './view.ts'
import { encodeWithin } from './within.ts'

/**
 * Encodes the views one after the other. The picture is decoded once for all, and not at all where the file will do
 * as it is. Throws as `decode` does, and `picture-too-many-bytes` when nothing brings a view below the limit of bytes.
 */
export async function* encodeViews(
  bytes: Uint8Array,
  views: readonly View[],
  encoding: Encoding,
  limits: PictureLimits
): AsyncGenerator<Encoded> {
  const facts = await probe(bytes, limits)
  let picture: Pixels | undefined
  for (const view of views) {
    checkView(view, facts, limits)
    const kept = original(bytes, facts, view, encoding)
    if (kept !== undefined && isGoodAsItIs(kept)) {
      yield kept
      continue
    }
    picture ??= await decode(bytes, limits)
    const worth = isSame(cropSize(view.crop), view.content) ? exactWorth.native : exactWorth.resampled
    const made = await encodeWithin(await render(picture, view), waysFor(facts, encoding), worth)
    yield kept === undefined ? made : cheaper(kept, made, worth)
  }
}

/** The noise of a JPEG packs so badly that a PNG need not be tried. */
function waysFor({ format }: PictureFacts, encoding: Encoding): Encoding {
  return format === 'jpeg' && encoding.formats.includes('jpeg') ? { ...encoding, formats: ['jpeg'] } : encoding
}

/** Up to this many bytes a pixel a PNG is passed on undecoded, which takes no time at all. */
const frugal = 0.1

/** A JPEG always is: to encode it again is to lose again. */
function isGoodAsItIs(kept: Encoded): boolean {
  return kept.facts.format === 'jpeg' || bytesPerPixel(kept) <= frugal
}
