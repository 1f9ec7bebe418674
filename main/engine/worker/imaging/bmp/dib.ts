import { Failure } from '../../../../failure.ts'
import { damaged } from '../refusals.ts'
import { viewOf } from '../signature.ts'

/** Which bits of a pixel hold a channel; 0 when there is none. */
export interface Masks {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

/** What the header of a device-independent bitmap says: the inside of a BMP and of most icons. */
export interface Dib {
  readonly width: number
  readonly height: number
  readonly topDown: boolean
  /** Bits a pixel: 1, 2, 4, 8, 16, 24 or 32. */
  readonly bits: number
  readonly packing: 'plain' | 'runs'
  readonly masks: Masks
  /** Offset of the palette, its entries, and bytes of each (blue, green, red and perhaps one unused). */
  readonly palette: { readonly offset: number; readonly entries: number; readonly bytes: number }
  /** Where the rows begin. */
  readonly pixels: number
}

/** Numbers of the field `biCompression`. */
const plain = 0
const runs8 = 1
const runs4 = 2
const bitFields = 3
const alphaBitFields = 6

/** Length of the OS/2 1.x header, which has 16-bit sizes and three-byte palette entries. */
const coreHeader = 12

/**
 * Reads the header at `offset`; `pixels` is where the file says that the rows begin, 0 when it does not. Throws
 * `picture-damaged`, or `picture-format` for the packings that only printers and faxes use.
 */
export function readDib(bytes: Uint8Array, offset: number, pixels: number): Dib {
  const view = viewOf(bytes)
  if (offset + coreHeader > bytes.length) throw damaged('its header is cut off')
  const length = view.getUint32(offset, true)
  if (length !== coreHeader && (length < 16 || length > 124)) throw damaged('its header has an unknown length')
  if (offset + length > bytes.length) throw damaged('its header is cut off')
  return length === coreHeader ? readCore(bytes, offset, pixels) : readInfo(bytes, offset, length, pixels)
}

function readCore(bytes: Uint8Array, offset: number, pixels: number): Dib {
  const view = viewOf(bytes)
  const width = view.getUint16(offset + 4, true)
  const height = view.getUint16(offset + 6, true)
  const bits = checkedBits(view.getUint16(offset + 10, true))
  const palette = { offset: offset + coreHeader, entries: paletteEntries(bits, 0), bytes: 3 }
  return complete({ width, height, topDown: false, bits, packing: 'plain', masks: usualMasks(bits), palette, pixels })
}

function readInfo(bytes: Uint8Array, offset: number, length: number, pixels: number): Dib {
  const view = viewOf(bytes)
  const field = (at: number): number => (at + 4 <= length ? view.getUint32(offset + at, true) : 0)
  const bits = checkedBits(view.getUint16(offset + 14, true))
  const packing = packingOf(field(16), bits, length)
  const masked = field(16) === bitFields || field(16) === alphaBitFields
  // A 40-byte header has its masks behind it, longer ones hold them inside, at the same place.
  const outside = masked && length === 40 ? (field(16) === bitFields ? 12 : 16) : 0
  if (offset + length + outside > bytes.length) throw damaged('its header is cut off')
  const mask = (at: number): number => (at < Math.max(length, 40 + outside) ? view.getUint32(offset + at, true) : 0)
  const masks = masked ? { red: mask(40), green: mask(44), blue: mask(48), alpha: mask(52) } : usualMasks(bits)
  const height = view.getInt32(offset + 8, true)
  const palette = { offset: offset + length + outside, entries: paletteEntries(bits, field(32)), bytes: 4 }
  const width = view.getInt32(offset + 4, true)
  return complete({ width, height: Math.abs(height), topDown: height < 0, bits, packing, masks, palette, pixels })
}

function complete(dib: Dib): Dib {
  if (dib.width < 1 || dib.height < 1) throw damaged('its header says that it has no pixels')
  const { offset, entries, bytes } = dib.palette
  const behind = offset + entries * bytes
  if (dib.pixels === 0) return { ...dib, pixels: behind }
  if (dib.pixels < offset) throw damaged('its pixels are said to lie inside the header')
  // Some writers say that the palette is full and store less of it.
  return { ...dib, palette: { ...dib.palette, entries: Math.min(entries, Math.floor((dib.pixels - offset) / bytes)) } }
}

function checkedBits(bits: number): number {
  if (![1, 2, 4, 8, 16, 24, 32].includes(bits)) throw damaged(`its header says ${bits} bits a pixel`)
  return bits
}

function packingOf(compression: number, bits: number, headerLength: number): Dib['packing'] {
  if (compression === plain) return 'plain'
  if ((compression === runs8 && bits === 8) || (compression === runs4 && bits === 4)) return 'runs'
  // In the 64-byte header of OS/2 2.x number 3 means a fax code.
  const masked = compression === bitFields || compression === alphaBitFields
  if (masked && headerLength !== 64 && (bits === 16 || bits === 32)) return 'plain'
  throw new Failure('picture-format', 'This BMP is packed in a way that only printers and faxes use.', {
    advice: 'Save it as PNG and try again.'
  })
}

function paletteEntries(bits: number, used: number): number {
  if (bits > 8) return 0
  return used === 0 ? 2 ** bits : Math.min(used, 2 ** bits)
}

function usualMasks(bits: number): Masks {
  if (bits === 16) return { red: 0x7c00, green: 0x3e0, blue: 0x1f, alpha: 0 }
  return { red: 0xff0000, green: 0xff00, blue: 0xff, alpha: 0 }
}
