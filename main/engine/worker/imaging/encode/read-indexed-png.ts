import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { chunksOf } from '../png.ts'
import { viewOf } from '../signature.ts'
import { barePng } from './bare-png.ts'
import type { IndexedPixels } from './colours.ts'

const unpack = promisify(inflate)

/** Depth of 8 bits, colour type 3, the only compression, the only set of filters, no interlacing. */
const plainHeader = [8, 3, 0, 0, 0]

/**
 * Indexes and palette of a PNG as they are stored, in a third of the time that its colours take. `undefined` for one that is
 * stored in any other way than most palettes are: byte by byte, opaque, without filters, and no wider than its colours need.
 */
export async function readIndexedPng(bytes: Uint8Array): Promise<IndexedPixels | undefined> {
  const bare = barePng(bytes)
  if (bare === undefined) return undefined
  const contents = (wanted: string): Uint8Array =>
    Buffer.concat(
      [...chunksOf(bare)].flatMap(({ type, start, end }) =>
        type === wanted ? [bare.subarray(start + 8, end - 4)] : []
      )
    )
  const [header, colours] = [contents('IHDR'), contents('PLTE')]
  if (!plainHeader.every((value, at) => header[8 + at] === value) || colours.length > 768) return undefined
  const [width, height] = [viewOf(header).getUint32(0), viewOf(header).getUint32(4)]
  const rows = await rowsOf(contents('IDAT'), (width + 1) * height)
  const indexes = rows && withoutFilters(rows, width, height)
  const palette = paletteOf(colours)
  return indexes && fits(indexes, palette.length) ? { width, height, indexes, palette } : undefined
}

/** Exactly so many bytes, or nothing. */
async function rowsOf(packed: Uint8Array, length: number): Promise<Uint8Array | undefined> {
  try {
    // All at once: by default every 16 kB are a turn of their own.
    const rows = await unpack(packed, { maxOutputLength: length, chunkSize: Math.max(64, length) })
    return rows.length === length ? rows : undefined
  } catch {
    // Whoever decodes the picture says what is wrong with it.
    return undefined
  }
}

/** The indexes alone; `undefined` where a row has a filter. */
function withoutFilters(rows: Uint8Array, width: number, height: number): Uint8Array | undefined {
  const indexes = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const start = y * (width + 1)
    if (rows[start] !== 0) return undefined
    indexes.set(rows.subarray(start + 1, start + 1 + width), y * width)
  }
  return indexes
}

function paletteOf(colours: Uint8Array): number[] {
  return Array.from({ length: Math.floor(colours.length / 3) }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = colours.subarray(at * 3, at * 3 + 3)
    return (red << 16) | (green << 8) | blue
  })
}

/** Whether no index lies outside of the palette, and so many are used that fewer bits would not number them. */
function fits(indexes: Uint8Array, colours: number): boolean {
  const used = new Uint8Array(256)
  for (let pixel = 0; pixel < indexes.length; pixel += 1) used[indexes[pixel] ?? 0] = 1
  return used.lastIndexOf(1) < colours && used.reduce((sum, one) => sum + one, 0) > 16
}
