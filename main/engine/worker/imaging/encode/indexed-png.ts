import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import type { IndexedPixels } from './colours.ts'

const compress = promisify(deflate)

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Colour type 3 of the PNG specification: each pixel is an index into a palette. */
const indexedColour = 3

/** A PNG with exactly these pixels. sharp has no way to it: its palettes are quantised. */
export async function writeIndexedPng(pixels: IndexedPixels): Promise<Uint8Array> {
  const bits = bitsFor(pixels.palette.length)
  // Level 9 saves another 7 % in ten times the time.
  const rows = await compress(unfilteredRows(pixels, bits), { level: 6, memLevel: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', headerOf(pixels, bits)),
    chunk('PLTE', Buffer.from(pixels.palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0))
  ])
}

/** The fewest bits that number so many colours. Black and white pack to half of what a byte for each takes. */
function bitsFor(colours: number): number {
  if (colours <= 2) return 1
  if (colours <= 4) return 2
  return colours <= 16 ? 4 : 8
}

/** The last three bytes, for the only compression, the only set of filters and no interlacing, are 0. */
function headerOf({ width, height }: IndexedPixels, bits: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(bits, 8)
  header.writeUInt8(indexedColour, 9)
  return header
}

/** Each row behind a byte that names its filter, which is none: differences of indexes mean nothing. */
function unfilteredRows({ width, height, indexes }: IndexedPixels, bits: number): Uint8Array {
  const stride = 1 + Math.ceil((width * bits) / 8)
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const row = indexes.subarray(y * width, (y + 1) * width)
    if (bits === 8) rows.set(row, y * stride + 1)
    else pack(row, bits, rows.subarray(y * stride + 1, (y + 1) * stride))
  }
  return rows
}

/** Puts several pixels into each byte, the leftmost into its highest bits. */
function pack(row: Uint8Array, bits: number, into: Uint8Array): void {
  for (let x = 0, bit = 8 - bits, at = 0; x < row.length; x += 1) {
    into[at] = (into[at] ?? 0) | ((row[x] ?? 0) << bit)
    bit -= bits
    if (bit < 0) {
      bit = 8 - bits
      at += 1
    }
  }
}

function chunk(type: string, content: Uint8Array): Buffer {
  const whole = Buffer.alloc(content.length + 12)
  whole.writeUInt32BE(content.length, 0)
  whole.write(type, 4, 'latin1')
  whole.set(content, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, content.length + 8)), content.length + 8)
  return whole
}
