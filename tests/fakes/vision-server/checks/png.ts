import { crc32, inflateSync } from 'node:zlib'
import type { PictureFacts } from './picture-facts.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

// Chunks by which the pixels are shown; all others say something beside them.
const plainChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'sRGB', 'iCCP', 'gAMA', 'cHRM', 'sBIT', 'bKGD', 'pHYs'])

export interface Chunk {
  readonly type: string
  readonly data: Buffer
}

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(signature)
}

/** Throws an Error with a sentence when the file is broken. */
export function readPngFacts(bytes: Buffer): PictureFacts {
  const chunks = readChunks(bytes)
  const header = chunks[0]?.data
  if (header === undefined || chunks[0]?.type !== 'IHDR' || header.length !== 13) throw new Error('no IHDR')
  const colour = header.readUInt8(9)
  const palette = colour === 3
  return {
    format: 'png',
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    // Entries of a palette have 8 bits, however few bits the index has.
    depth: palette ? 8 : header.readUInt8(8),
    channels: palette || (colour & 2) > 0 ? 3 : 1,
    alpha: (colour & 4) > 0 || chunks.some(({ type }) => type === 'tRNS'),
    palette,
    profile: profileOf(chunks),
    metadata: chunks.map(({ type }) => type).filter((type) => !plainChunks.has(type)),
    frames: framesOf(chunks),
    subsampling: undefined,
    bytes: bytes.length
  }
}

/** All chunks of a PNG in order, their checksums verified. */
export function readChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  let offset = 8
  while (offset < bytes.length) {
    if (offset + 12 > bytes.length) throw new Error('bytes after the last chunk')
    const length = bytes.readUInt32BE(offset)
    const end = offset + 12 + length
    if (end > bytes.length) throw new Error('a chunk is cut off')
    const checked = bytes.subarray(offset + 4, end - 4)
    const type = checked.toString('latin1', 0, 4)
    if (crc32(checked) !== bytes.readUInt32BE(end - 4)) throw new Error(`the checksum of ${type} is wrong`)
    chunks.push({ type, data: checked.subarray(4) })
    offset = end
    if (type === 'IEND' && offset < bytes.length) throw new Error('bytes after IEND')
  }
  if (chunks.at(-1)?.type !== 'IEND') throw new Error('no IEND')
  return chunks
}

function framesOf(chunks: readonly Chunk[]): number {
  const control = chunks.find(({ type }) => type === 'acTL')
  return control === undefined ? 1 : control.data.readUInt32BE(0)
}

function profileOf(chunks: readonly Chunk[]): PictureFacts['profile'] {
  const profile = chunks.find(({ type }) => type === 'iCCP')
  if (profile === undefined) return chunks.some(({ type }) => type === 'sRGB') ? 'srgb' : 'none'
  const name = profile.data.indexOf(0)
  return isSrgbProfile(inflateSync(profile.data.subarray(name + 2))) ? 'srgb' : 'other'
}

/** Goes by the description in the profile, in one-byte or two-byte letters. */
export function isSrgbProfile(profile: Buffer): boolean {
  return profile.includes('sRGB', 0, 'latin1') || profile.includes(Buffer.from('\0s\0R\0G\0B', 'latin1'))
}
