import { inflateSync } from 'node:zlib'
import type { Picture } from '../checks/pictures.ts'
import { readChunks } from '../checks/png.ts'

/** Like `#a0b1c2`; undefined for JPEG, interlaced and broken pictures, which this does not decode. */
export function meanColour({ facts, bytes }: Picture): string | undefined {
  if (facts.format !== 'png' || facts.depth !== 8) return undefined
  const chunks = readChunks(bytes)
  const header = chunks[0]?.data
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data
  if (header === undefined || header.readUInt8(12) !== 0 || header.readUInt8(8) !== 8) return undefined
  const channels = facts.palette ? 1 : facts.channels
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const rows = unfilter(inflateSync(packed), facts.width * channels, facts.height, channels)
  const sums = [0, 0, 0]
  for (let pixel = 0; pixel < facts.width * facts.height; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const index = pixel * channels + (channels === 1 ? 0 : channel)
      const value = rows[index] ?? 0
      sums[channel] = (sums[channel] ?? 0) + (facts.palette ? (palette?.[value * 3 + channel] ?? 0) : value)
    }
  }
  const parts = sums.map((sum) => Math.round(sum / (facts.width * facts.height)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Undoes the filters of PNG (chapter 9 of the specification): rows without their filter bytes. */
function unfilter(packed: Buffer, rowBytes: number, height: number, pixelBytes: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height)
  for (let row = 0; row < height; row += 1) {
    const filter = packed[row * (rowBytes + 1)] ?? 0
    for (let column = 0; column < rowBytes; column += 1) {
      const at = row * rowBytes + column
      const left = column >= pixelBytes ? (out[at - pixelBytes] ?? 0) : 0
      const above = row > 0 ? (out[at - rowBytes] ?? 0) : 0
      const corner = row > 0 && column >= pixelBytes ? (out[at - rowBytes - pixelBytes] ?? 0) : 0
      out[at] = (packed[row * (rowBytes + 1) + 1 + column] ?? 0) + predict(filter, left, above, corner)
    }
  }
  return out
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  return filter === 4 ? paeth(left, above, corner) : 0
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const distances = [left, above, corner].map((value) => Math.abs(guess - value))
  const nearest = distances.indexOf(Math.min(...distances))
  return [left, above, corner][nearest] ?? 0
}
