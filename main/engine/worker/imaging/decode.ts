import type { PictureLimits } from '../../protocol/picture.ts'
import { decodeBmp } from './bmp/bmp.ts'
import { openWithSharp } from './codec.ts'
import { decodeIco } from './ico.ts'
import type { Decoded } from './pixels.ts'
import { plainPng } from './plain-png/header.ts'
import { readPixels } from './plain-png/read.ts'
import { checkBytes, notPicture } from './refusals.ts'
import { sniff } from './sniff.ts'

/**
 * The upright picture in 8-bit sRGB: first frame, alpha on white. Throws `Failure` with a code `picture-…`, or
 * `engine-timeout`; a file whose end is missing gives what is left.
 * With `longest`, sharp's formats are shrunk until no side is longer, without ever being in memory as a whole.
 */
export async function decode(bytes: Uint8Array, limits: PictureLimits, longest?: number): Promise<Decoded> {
  checkBytes(bytes, limits)
  const contents = sniff(bytes)
  if (contents.kind !== 'picture') throw notPicture(contents)
  const { format } = contents
  if (format === 'bmp') return decodeBmp(bytes, limits)
  if (format === 'ico') return decodeIco(bytes, limits)
  const picture = await openWithSharp({ format, bytes }, limits)
  const { facts } = picture
  const png = format === 'png' && longest === undefined && facts.orientation === 1 ? plainPng(bytes) : undefined
  const pixels = png && (await readPixels(bytes, png, limits))
  return pixels ? { ...pixels, facts, isPartial: false } : await picture.decode(longest)
}
