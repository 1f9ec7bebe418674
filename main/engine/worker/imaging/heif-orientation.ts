import { asciiAt, viewOf } from './signature.ts'

/**
 * The turn and mirroring that an AVIF file asks for, as an EXIF orientation; 1 when it asks for none or the boxes
 * make no sense. Decoders of the format apply it by themselves (ISO/IEC 23008-12: `irot` and `imir`).
 */
export function heifOrientation(bytes: Uint8Array): number {
  try {
    return orientationOf(primaryProperties(bytes))
  } catch (error) {
    if (error instanceof RangeError) return 1
    throw error
  }
}

/** A box of the file: its four letters and its content. */
interface Box {
  readonly type: string
  readonly content: Uint8Array
}

/** More boxes than any picture has in one place. */
const mostBoxes = 1000

function boxesOf(bytes: Uint8Array): Box[] {
  const boxes: Box[] = []
  const view = viewOf(bytes)
  for (let offset = 0; offset + 8 <= bytes.length && boxes.length < mostBoxes; ) {
    const size = view.getUint32(offset)
    // 0: to the end. 1: a 64-bit size follows, which only the pixels need.
    const end = size === 0 ? bytes.length : offset + size
    if (size !== 0 && size < 8) break
    boxes.push({ type: asciiAt(bytes, offset + 4, 4), content: bytes.subarray(offset + 8, end) })
    offset = end
  }
  return boxes
}

/** Content of the first box of a type, past `skip` bytes of version and flags; empty when there is none. */
function contentOf(boxes: readonly Box[], type: string, skip = 0): Uint8Array {
  return boxes.find((box) => box.type === type)?.content.subarray(skip) ?? new Uint8Array(0)
}

/** The properties of the main picture of the file, in the order in which they are to be applied. */
function primaryProperties(bytes: Uint8Array): Box[] {
  const meta = boxesOf(contentOf(boxesOf(bytes), 'meta', 4))
  const primaryBox = contentOf(meta, 'pitm')
  const primary = primaryBox[0] === 0 ? viewOf(primaryBox).getUint16(4) : viewOf(primaryBox).getUint32(4)
  const items = boxesOf(contentOf(meta, 'iprp'))
  const properties = boxesOf(contentOf(items, 'ipco'))
  return associations(contentOf(items, 'ipma'), primary).flatMap((index) => properties[index - 1] ?? [])
}

/** Numbers (from 1) of the properties that belong to an item. */
function associations(bytes: Uint8Array, item: number): number[] {
  const view = viewOf(bytes)
  const wideItems = view.getUint8(0) > 0
  const wideIndexes = (view.getUint8(3) & 1) === 1
  let offset = 8
  for (let left = view.getUint32(4); left > 0; left -= 1) {
    const id = wideItems ? view.getUint32(offset) : view.getUint16(offset)
    offset += wideItems ? 4 : 2
    const count = view.getUint8(offset)
    offset += 1
    const size = wideIndexes ? 2 : 1
    if (id === item) {
      // The highest bit says whether the property is essential.
      return Array.from({ length: count }, (_, index) =>
        wideIndexes ? view.getUint16(offset + index * 2) & 0x7fff : view.getUint8(offset + index) & 0x7f
      )
    }
    offset += count * size
  }
  return []
}

/** EXIF orientations of "mirror left to right, then turn clockwise by quarters". */
const plain = [1, 6, 3, 8]
const mirrored = [2, 7, 4, 5]

function orientationOf(properties: readonly Box[]): number {
  let quarters = 0
  let isMirrored = false
  for (const { type, content } of properties) {
    const value = content[0] ?? 0
    // `irot` counts anticlockwise.
    if (type === 'irot') quarters += 4 - (value & 3)
    if (type === 'imir') {
      // Mirroring turns the sense of what was turned before; axis 0 swaps top and bottom.
      quarters = (value & 1 ? 4 : 6) - (quarters % 4)
      isMirrored = !isMirrored
    }
  }
  return (isMirrored ? mirrored : plain)[quarters % 4] ?? 1
}
