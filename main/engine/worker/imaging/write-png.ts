import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { pngChunk, pngSignature } from './png.ts'

const compress = promisify(deflate)

/** Of the PNG specification: an index into a palette, and full colour with alpha. */
const colourTypes = { indexed: 3, alpha: 6 } as const

export interface PngContents {
  readonly width: number
  readonly height: number
  readonly colour: keyof typeof colourTypes
  /** Of each channel, or of an index. */
  readonly bits: number
  /** Each behind a byte that names its filter. */
  readonly rows: Uint8Array
  /** What stands between header and pixels: a palette, a profile. */
  readonly chunks?: readonly Uint8Array[]
  /** Of deflate, 1 to 9. */
  readonly level: number
}

/** Most screens fit into one piece: each is a turn of its own. */
const chunkSize = 64 * 1024

/** The file of these pixels, not interlaced. */
export async function writePng({
  width,
  height,
  colour,
  bits,
  rows,
  chunks = [],
  level
}: PngContents): Promise<Buffer> {
  // The last three bytes, for the only compression, the only set of filters and no interlacing, are 0.
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(bits, 8)
  header.writeUInt8(colourTypes[colour], 9)
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', await compress(rows, { level, memLevel: 9, chunkSize })),
    pngChunk('IEND', Buffer.alloc(0))
  ])
}
