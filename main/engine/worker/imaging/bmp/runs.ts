import type { Dib } from './dib.ts'

/** Second byte behind a zero. */
const endOfLine = 0
const endOfPicture = 1
const move = 2

/**
 * Unpacks RLE8 or RLE4 into `data`. The work is bounded by the file and the canvas: what lies outside is skipped, and
 * the pen never moves back. False when the file ends before it says so and rows are missing.
 */
export function paintRuns(bytes: Uint8Array, dib: Dib, palette: Uint8Array, data: Uint8Array): boolean {
  let offset = dib.pixels
  let x = 0
  let line = 0

  const indexAt = (from: number, position: number): number => {
    if (dib.bits === 8) return bytes[from + position] ?? 0
    const byte = bytes[from + (position >> 1)] ?? 0
    return position % 2 === 0 ? byte >> 4 : byte & 15
  }
  const draw = (count: number, indexOf: (position: number) => number): void => {
    const y = dib.topDown ? line : dib.height - 1 - line
    const visible = Math.min(count, dib.width - x)
    for (let position = 0; position < visible; position += 1) {
      const colour = indexOf(position) * 3
      const to = (y * dib.width + x + position) * 3
      data[to] = palette[colour] ?? 0
      data[to + 1] = palette[colour + 1] ?? 0
      data[to + 2] = palette[colour + 2] ?? 0
    }
    x += count
  }

  while (line < dib.height && offset + 1 < bytes.length) {
    const count = bytes[offset] ?? 0
    const value = bytes[offset + 1] ?? 0
    const operand = offset + 1
    offset += 2
    if (count > 0) {
      // For RLE4 the two halves of the byte take turns; RLE8 repeats the byte.
      draw(count, (position) => indexAt(operand, dib.bits === 8 ? 0 : position % 2))
    } else if (value === endOfPicture) {
      return true
    } else if (value === endOfLine) {
      x = 0
      line += 1
    } else if (value === move) {
      x += bytes[offset] ?? 0
      line += bytes[offset + 1] ?? 0
      offset += 2
    } else {
      const from = offset
      draw(value, (position) => indexAt(from, position))
      // Literal pixels are padded to two bytes.
      offset += Math.ceil((value * dib.bits) / 16) * 2
    }
  }
  return line >= dib.height || (line === dib.height - 1 && x >= dib.width)
}
