import type { PictureFormat } from '../../protocol/picture.ts'
import { sniffForeign } from './foreign.ts'
import { brandsOf } from './heif.ts'
import { hasAscii, hasBytes } from './signature.ts'

/** What the bytes are: a picture that can be decoded, or something that is known by name (`a PDF`) and refused. */
export type Contents =
  | { readonly kind: 'picture'; readonly format: PictureFormat }
  | { readonly kind: 'foreign'; readonly name: string; readonly advice: string }
  | { readonly kind: 'unknown' }

const picture = (format: PictureFormat): Contents => ({ kind: 'picture', format })

/** Tells the type by the first bytes, never by a name. */
export function sniff(bytes: Uint8Array): Contents {
  if (hasBytes(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return picture('png')
  if (hasBytes(bytes, 0, [0xff, 0xd8, 0xff])) return picture('jpeg')
  if (hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP')) return picture('webp')
  if (hasAscii(bytes, 0, 'GIF87a') || hasAscii(bytes, 0, 'GIF89a')) return picture('gif')
  // Before the families that HEIC and the raw files of cameras belong to, behind pictures that only mention a PDF.
  const foreign = sniffForeign(bytes)
  if (foreign) return { kind: 'foreign', ...foreign }
  if (brandsOf(bytes).some((brand) => brand === 'avif' || brand === 'avis')) return picture('avif')
  if (tiffSignatures.some((signature) => hasBytes(bytes, 0, signature))) return picture('tiff')
  if (isBmp(bytes)) return picture('bmp')
  if (isIcon(bytes)) return picture('ico')
  return { kind: 'unknown' }
}

/** TIFF and BigTIFF, little and big endian. */
const tiffSignatures = [
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
  [0x49, 0x49, 0x2b, 0],
  [0x4d, 0x4d, 0, 0x2b]
]

/** "BM" alone begins many a text: the size of the header that follows must be one that exists. */
function isBmp(bytes: Uint8Array): boolean {
  if (!hasAscii(bytes, 0, 'BM') || bytes.length < 18) return false
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(14, true)
  return size >= 12 && size <= 124
}

/** An icon (1) or a cursor (2); the byte after the first entry's palette size is reserved and 0, or 255 by mistake. */
function isIcon(bytes: Uint8Array): boolean {
  const type = bytes[2]
  if (!hasBytes(bytes, 0, [0, 0]) || (type !== 1 && type !== 2) || bytes[3] !== 0 || bytes.length < 22) return false
  const count = (bytes[4] ?? 0) + (bytes[5] ?? 0) * 256
  return count > 0 && (bytes[9] === 0 || bytes[9] === 255)
}
