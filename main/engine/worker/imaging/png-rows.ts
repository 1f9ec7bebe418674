import { promisify } from 'node:util'
import { constants, deflate, inflate } from 'node:zlib'
import { asFarAs } from './as-far-as.ts'
import { allChunksOf, type PngChunk, pngChunk, pngSignature } from './png.ts'
import { viewOf } from './signature.ts'

const deflated = promisify(deflate)
const inflated = promisify(inflate)

/** Values of a pixel, by the colour types of the PNG specification. */
const channels: readonly (number | undefined)[] = [1, undefined, 3, 1, 2, undefined, 4]
/** Filters of a row are numbered from 0 to this. */
const lastFilter = 4
/** Of larger pictures the rows that libpng gives are not far from all: it takes pixels in pieces of 8 kB, packed. */
const mostBytes = 100_000_000

/**
 * A PNG of those rows from the top that are whole, as they are stored, with all else that came before them. Rows that
 * are left of the last, broken piece are among them. `undefined` where there is none, and for one that is interlaced or large.
 */
export async function wholeRowsOf(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const chunks = allChunksOf(bytes)
  const [header] = chunks
  const first = chunks.findIndex(({ type }) => type === 'IDAT')
  if (header?.type !== 'IHDR' || header.end - header.start !== 25 || first < 0) return undefined
  const view = viewOf(bytes)
  const [width, height] = [view.getUint32(header.start + 8), view.getUint32(header.start + 12)]
  const [depth = 0, colour = 0, , , interlacing] = bytes.subarray(header.start + 16, header.start + 21)
  const row = 1 + Math.ceil((width * depth * (channels[colour] ?? 0)) / 8)
  if (interlacing !== 0 || row === 1 || row * height > mostBytes) return undefined
  const packed = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => leftOf(bytes, chunk))
  const unpacked = await unpack(Buffer.concat(packed), row * height)
  const rows = countRows(unpacked, row)
  if (rows === 0) return undefined
  const shorter = Buffer.from(bytes.subarray(header.start + 8, header.start + 21))
  shorter.writeUInt32BE(rows, 4)
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', shorter),
    ...chunks.slice(1, first).map(({ start, end }) => bytes.subarray(start, end)),
    pngChunk('IDAT', await deflated(unpacked.subarray(0, rows * row), { level: 0 })),
    pngChunk('IEND', new Uint8Array(0))
  ])
}

/** What stands in a chunk, which may be cut. */
function leftOf(bytes: Uint8Array, { start }: PngChunk): Uint8Array {
  return bytes.subarray(start + 8, start + 8 + viewOf(bytes).getUint32(start))
}

/** As much as can be unpacked, at most `most` bytes. Where it is damaged, up to a 1,024th before that is lost. */
async function unpack(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const take = async (length: number): Promise<Uint8Array | undefined> => {
    try {
      return await inflated(packed.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most })
    } catch {
      // The caller knows already that the file is damaged.
      return undefined
    }
  }
  return (await take(packed.length)) ?? (await asFarAs(packed.length, packed.length / 1024, take)) ?? new Uint8Array(0)
}

/** Rows that are whole and have a filter that there is. */
function countRows(unpacked: Uint8Array, row: number): number {
  let count = 0
  while ((count + 1) * row <= unpacked.length && (unpacked[count * row] ?? 0) <= lastFilter) count += 1
  return count
}
