import type { Size } from './geometry/rect.ts'

/** Size of a PNG in pixels, by its header. Throws `RangeError` for what is none. */
export function pngSize(bytes: Uint8Array): Size {
  if (bytes.length < 24 || bytes[0] !== 0x89 || bytes[1] !== 0x50) throw new RangeError('not a PNG')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
