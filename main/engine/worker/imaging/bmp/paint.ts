import type { Pixels } from '../pixels.ts'
import { type Channel, channelsOf, isAllClear } from './channels.ts'
import type { Dib } from './dib.ts'
import { paintRuns } from './runs.ts'

/** Pixels of a bitmap; `whole` is false when the file ends before its last row. */
export interface Painted extends Pixels {
  readonly whole: boolean
}

/** Pixels that the file leaves out stay white. */
export function paint(bytes: Uint8Array, dib: Dib): Painted {
  const { width, height } = dib
  const data = new Uint8Array(width * height * 3).fill(255)
  const palette = paletteOf(bytes, dib)
  const whole = dib.packing === 'runs' ? paintRuns(bytes, dib, palette, data) : paintRows(bytes, dib, palette, data)
  return { data, width, height, whole }
}

/** Bytes of a row as stored: rows are padded to four bytes. */
export function strideOf(width: number, bits: number): number {
  return Math.ceil((width * bits) / 32) * 4
}

/** Red, green and blue of all 256 entries; those that the file lacks are black. */
function paletteOf(bytes: Uint8Array, dib: Dib): Uint8Array {
  const colours = new Uint8Array(256 * 3)
  for (let entry = 0; entry < dib.palette.entries; entry += 1) {
    const offset = dib.palette.offset + entry * dib.palette.bytes
    colours[entry * 3] = bytes[offset + 2] ?? 0
    colours[entry * 3 + 1] = bytes[offset + 1] ?? 0
    colours[entry * 3 + 2] = bytes[offset] ?? 0
  }
  return colours
}

function paintRows(bytes: Uint8Array, dib: Dib, palette: Uint8Array, data: Uint8Array): boolean {
  const stride = strideOf(dib.width, dib.bits)
  const rowBytes = Math.ceil((dib.width * dib.bits) / 8)
  const paintRow = rowPainter(bytes, dib, palette, data)
  for (let stored = 0; stored < dib.height; stored += 1) {
    const from = dib.pixels + stored * stride
    if (from + rowBytes > bytes.length) return false
    const y = dib.topDown ? stored : dib.height - 1 - stored
    paintRow(from, y * dib.width * 3)
  }
  return true
}

/** Unpacks the row that begins at `from` in the file to `to` in the picture. */
type RowPainter = (from: number, to: number) => void

function rowPainter(bytes: Uint8Array, dib: Dib, palette: Uint8Array, data: Uint8Array): RowPainter {
  if (dib.bits <= 8) return (from, to) => paintIndexed(bytes, dib, palette, data, from, to)
  if (dib.bits === 24) return (from, to) => paintBytes(bytes, dib.width, data, from, to)
  const channels = channelsOf(dib.masks)
  const alpha = channels.alpha.max > 0 && !isAllClear(bytes, dib) ? channels.alpha : undefined
  const colours = [channels.red, channels.green, channels.blue]
  return (from, to) => paintMasked(bytes, dib, colours, alpha, data, from, to)
}

function paintIndexed(
  bytes: Uint8Array,
  { width, bits }: Dib,
  palette: Uint8Array,
  data: Uint8Array,
  from: number,
  to: number
): void {
  const perByte = 8 / bits
  const mask = 2 ** bits - 1
  for (let x = 0; x < width; x += 1) {
    const byte = bytes[from + Math.floor(x / perByte)] ?? 0
    const colour = ((byte >> (8 - bits - (x % perByte) * bits)) & mask) * 3
    data[to + x * 3] = palette[colour] ?? 0
    data[to + x * 3 + 1] = palette[colour + 1] ?? 0
    data[to + x * 3 + 2] = palette[colour + 2] ?? 0
  }
}

function paintBytes(bytes: Uint8Array, width: number, data: Uint8Array, from: number, to: number): void {
  for (let offset = 0; offset < width * 3; offset += 3) {
    data[to + offset] = bytes[from + offset + 2] ?? 0
    data[to + offset + 1] = bytes[from + offset + 1] ?? 0
    data[to + offset + 2] = bytes[from + offset] ?? 0
  }
}

function paintMasked(
  bytes: Uint8Array,
  { width, bits }: Dib,
  colours: readonly Channel[],
  alpha: Channel | undefined,
  data: Uint8Array,
  from: number,
  to: number
): void {
  const size = bits / 8
  for (let x = 0; x < width; x += 1) {
    let pixel = 0
    for (let byte = size - 1; byte >= 0; byte -= 1) pixel = (pixel << 8) | (bytes[from + x * size + byte] ?? 0)
    const opacity = alpha ? ((pixel & alpha.mask) >>> alpha.shift) / alpha.max : 1
    for (let plane = 0; plane < colours.length; plane += 1) {
      const channel = colours[plane]
      if (!channel || channel.max === 0) continue
      const value = (((pixel & channel.mask) >>> channel.shift) * 255) / channel.max
      data[to + x * 3 + plane] = Math.round(value * opacity + 255 * (1 - opacity))
    }
  }
}
