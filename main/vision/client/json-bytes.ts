import { Buffer } from 'node:buffer'

/** What stands between two pieces of JSON: ASCII, and behind it bytes in base64. */
export interface Gap {
  readonly before: string
  readonly bytes: Uint8Array
}

/** Bytes that are turned into base64 at a time; a multiple of three, so that padding comes at the very end only. */
const chunkBytes = 48 * 1024

/**
 * Joins pieces of JSON text and the gaps between them to UTF-8. A picture of 7 MB would otherwise exist as base64, as JSON
 * and as bytes at the same time.
 */
export function joinJson(pieces: readonly string[], gaps: readonly Gap[]): Uint8Array {
  const sizes = [
    ...pieces.map((piece) => Buffer.byteLength(piece)),
    ...gaps.map(({ before, bytes }) => before.length + base64Length(bytes.length))
  ]
  const target = Buffer.alloc(sizes.reduce((total, size) => total + size, 0))
  let offset = 0
  pieces.forEach((piece, index) => {
    offset += target.write(piece, offset, 'utf8')
    const gap = gaps[index]
    if (gap !== undefined) offset = writeGap(target, offset, gap)
  })
  return target
}

function writeGap(target: Buffer, start: number, { before, bytes }: Gap): number {
  let offset = start + target.write(before, start, 'latin1')
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(chunkBytes, bytes.length - from))
    offset += target.write(chunk.toString('base64'), offset, 'latin1')
  }
  return offset
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4
}
