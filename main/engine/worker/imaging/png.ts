import { crc32 } from 'node:zlib'
import { asciiAt, viewOf } from './signature.ts'

/** The first bytes of every PNG. */
export const pngSignature: Uint8Array = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** One chunk of a PNG: `start` of its length field, `end` just behind its checksum, both clipped to the file. */
export interface PngChunk {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Texts are of no use to reading, and a few kilobytes of them unpack to gigabytes. */
const textChunks = new Set(['tEXt', 'zTXt', 'iTXt'])

/** The PNG without its texts; the same bytes when it has none. */
export function withoutTexts(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let kept = 0
  for (const chunk of chunksOf(bytes)) {
    if (!textChunks.has(chunk.type)) continue
    parts.push(bytes.subarray(kept, chunk.start))
    kept = chunk.end
  }
  return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(kept)])
}

/** Frames of an animated PNG as its `acTL` chunk tells; 1 for a still one. */
export function pngFrames(bytes: Uint8Array): number {
  for (const chunk of chunksOf(bytes)) {
    if (chunk.type === 'acTL' && chunk.end - chunk.start >= 20) return viewOf(bytes).getUint32(chunk.start + 8) || 1
    if (chunk.type === 'IDAT') break
  }
  return 1
}

/** The chunks up to the end mark, in order; what follows it is left out. */
export function* chunksOf(bytes: Uint8Array): Generator<PngChunk> {
  const view = viewOf(bytes)
  let start = 8
  while (start + 8 <= bytes.length) {
    const type = asciiAt(bytes, start + 4, 4)
    const end = Math.min(start + 12 + view.getUint32(start), bytes.length)
    yield { type, start, end }
    if (type === 'IEND') return
    start = end
  }
}

/** Programs write pixels in pieces of 8 kB and more. */
const mostChunks = 10_000

/** The same as a list; an empty one when there are more than any program writes. */
export function allChunksOf(bytes: Uint8Array): PngChunk[] {
  const chunks: PngChunk[] = []
  for (const chunk of chunksOf(bytes)) {
    if (chunks.push(chunk) > mostChunks) return []
  }
  return chunks
}

/** Whether all of a chunk is there, as it was written. */
export function isIntact(bytes: Uint8Array, { start, end }: PngChunk): boolean {
  const view = viewOf(bytes)
  const isComplete = end - start === view.getUint32(start) + 12
  return isComplete && crc32(bytes.subarray(start + 4, end - 4)) === view.getUint32(end - 4)
}

/** What stands in a chunk that is intact. */
export function contentOf(bytes: Uint8Array, { start, end }: PngChunk): Uint8Array {
  return bytes.subarray(start + 8, end - 4)
}

/** A chunk to be written. */
export function pngChunk(type: string, content: Uint8Array): Buffer {
  const whole = Buffer.alloc(content.length + 12)
  whole.writeUInt32BE(content.length, 0)
  whole.write(type, 4, 'latin1')
  whole.set(content, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, content.length + 8)), content.length + 8)
  return whole
}
