import type { PictureFacts, PictureLimits } from '../../../protocol/picture.ts'
import type { Encoding, View } from '../../../protocol/view.ts'
import { probe } from '../probe.ts'
import { plain } from './choose.ts'
import type { IndexedPixels } from './colours.ts'
import { bytesPerPixel, cheaper, type Encoded, exactWorth } from './encoded.ts'
import { encodeIndexed } from './exact.ts'
import { original } from './original.ts'
import { type EncodablePicture, openPicture } from './picture.ts'
import { placeIndexed } from './place-indexed.ts'
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
  const picture = openPicture(bytes, facts, limits)
  const ways = waysFor(facts, encoding)
  for (const view of views) {
    checkView(view, facts, limits)
    const kept = original(bytes, facts, view, encoding)
    if (kept !== undefined && isGoodAsItIs(kept)) {
      yield kept
      continue
    }
    const isNative = isSame(cropSize(view.crop), view.content)
    const indexed = isNative && ways.formats.includes('png') ? await picture.indexed() : undefined
    const placed = indexed && (await encodePlaced(indexed, view, ways))
    if (placed !== undefined) {
      yield kept === undefined ? await marked(placed, picture) : cheaper(placed, kept, exactWorth.native)
      continue
    }
    const worth = isNative ? exactWorth.native : exactWorth.resampled
    const nature = { worth, hasManyColours: isNative && isSame(view.content, facts) && indexed === undefined }
    const made = await encodeWithin(await render(await picture.pixels(), view), ways, nature)
    yield kept === undefined ? await marked(made, picture) : cheaper(kept, made, worth)
  }
}

/** Says so where not all of the file could be decoded. */
async function marked(made: Encoded, picture: EncodablePicture): Promise<Encoded> {
  return (await picture.isPartial()) ? { ...made, facts: { ...made.facts, partial: true } } : made
}

/** A view in native pixels of a picture of few colours; `undefined` where another way may take fewer bytes. */
async function encodePlaced(indexed: IndexedPixels, view: View, { bytes }: Encoding): Promise<Encoded | undefined> {
  const placed = placeIndexed(indexed, view)
  const made = placed && (await encodeIndexed(placed))
  return made && made.facts.bytes <= bytes && bytesPerPixel(made) <= plain.bytes ? made : undefined
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
