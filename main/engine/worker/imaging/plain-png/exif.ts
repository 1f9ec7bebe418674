import { viewOf } from '../signature.ts'

/** More entries than any camera writes into one directory. */
const mostEntries = 200
/** The tag of the orientation, and the type of numbers of 16 bits (TIFF 6.0). */
const orientation = 0x0112
const short = 3

/** Whether EXIF data says for sure that the picture stands upright: its first directory has no orientation, or 1. */
export function isUpright(exif: Uint8Array): boolean {
  const view = viewOf(exif)
  try {
    const isLittle = view.getUint32(0) === 0x49_49_2a_00
    if (!isLittle && view.getUint32(0) !== 0x4d_4d_00_2a) return false
    const directory = view.getUint32(4, isLittle)
    const count = view.getUint16(directory, isLittle)
    if (count > mostEntries) return false
    for (let entry = 0; entry < count; entry += 1) {
      const at = directory + 2 + entry * 12
      if (view.getUint16(at, isLittle) !== orientation) continue
      return view.getUint16(at + 2, isLittle) === short && view.getUint16(at + 8, isLittle) === 1
    }
    return true
  } catch (thrown) {
    if (thrown instanceof RangeError) return false
    throw thrown
  }
}
