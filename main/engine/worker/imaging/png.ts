import { asciiAt, viewOf } from './signature.ts'

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
