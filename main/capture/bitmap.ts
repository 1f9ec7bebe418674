import type { Size } from './geometry/rect.ts'

const headerBytes = 66

/**
 * A BMP file of raw pixels, which every decoder takes as they are: nothing is compressed on the way to an overlay. `pixels`
 * are BGRA, four bytes each, from the top left corner; alpha is not looked at. Throws `RangeError` when they are too few.
 */
export function bitmapFile(pixels: Uint8Array, { width, height }: Size): Uint8Array<ArrayBuffer> {
  const bytes = width * height * 4
  if (pixels.length < bytes) throw new RangeError(`${pixels.length} bytes are no ${width} by ${height} pixels`)
  const file = new Uint8Array(headerBytes + bytes)
  const view = new DataView(file.buffer)
  view.setUint16(0, 0x42_4d)
  view.setUint32(2, file.length, true)
  view.setUint32(10, headerBytes, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, width, true)
  // Negative: rows from top to bottom.
  view.setInt32(22, -height, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 32, true)
  // Masks of red, green and blue, and none of alpha: else a decoder may take a zero there for glass.
  view.setUint32(30, 3, true)
  view.setUint32(34, bytes, true)
  view.setUint32(54, 0x00_ff_00_00, true)
  view.setUint32(58, 0x00_00_ff_00, true)
  view.setUint32(62, 0x00_00_00_ff, true)
  file.set(pixels.subarray(0, bytes), headerBytes)
  return file
}
