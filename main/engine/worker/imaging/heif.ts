import { asciiAt, hasAscii, viewOf } from './signature.ts'

/** More brands than any file has; a longer list is cut. */
const mostBrands = 64

/** Brands of an ISO media file (HEIF, AVIF, MP4), the major one first; empty for other files. */
export function brandsOf(bytes: Uint8Array): string[] {
  if (!hasAscii(bytes, 4, 'ftyp') || bytes.length < 16) return []
  const end = Math.min(viewOf(bytes).getUint32(0), bytes.length, 16 + mostBrands * 4)
  const brands = [asciiAt(bytes, 8, 4)]
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(asciiAt(bytes, offset, 4))
  return brands
}
