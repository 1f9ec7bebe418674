import { type FrameSample, sampleSide } from './frame-look.ts'
import type { Size } from './geometry/rect.ts'

/** Every second row and column: a stroke of a letter is seldom one pixel in both. */
const step = 2

/**
 * A frame from afar: each pixel of the sample is the average of a cell of the frame, of which every fourth pixel is looked at.
 * `pixels` have four bytes each, row by row. Takes a few milliseconds for a frame of eight million pixels.
 */
export function sampleOf(pixels: Uint8Array, { width, height }: Size): FrameSample {
  const factor = Math.min(1, sampleSide / Math.max(width, height, 1))
  const across = Math.max(1, Math.round(width * factor))
  const down = Math.max(1, Math.round(height * factor))
  if (width < 1 || height < 1 || pixels.length < width * height * 4) {
    return { pixels: new Uint8Array(0), width: 0, height: 0 }
  }
  const sample = new Uint8Array(across * down * 4)
  for (let row = 0; row < down; row++) {
    const [top, bottom] = edges(row, down, height)
    for (let column = 0; column < across; column++) {
      const [left, right] = edges(column, across, width)
      average(pixels, width, { left, right, top, bottom }, sample, (row * across + column) * 4)
    }
  }
  return { pixels: sample, width: across, height: down }
}

/** From which pixel on to which before a cell goes. */
function edges(cell: number, cells: number, length: number): [from: number, to: number] {
  const from = Math.floor((cell * length) / cells)
  return [from, Math.max(from + 1, Math.floor(((cell + 1) * length) / cells))]
}

interface Cell {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function average(pixels: Uint8Array, width: number, cell: Cell, sample: Uint8Array, at: number): void {
  let [blue, green, red, alpha, count] = [0, 0, 0, 0, 0]
  for (let y = cell.top; y < cell.bottom; y += step) {
    const row = y * width * 4
    for (let index = row + cell.left * 4; index < row + cell.right * 4; index += 4 * step) {
      blue += pixels[index] ?? 0
      green += pixels[index + 1] ?? 0
      red += pixels[index + 2] ?? 0
      alpha += pixels[index + 3] ?? 0
      count++
    }
  }
  sample[at] = Math.round(blue / count)
  sample[at + 1] = Math.round(green / count)
  sample[at + 2] = Math.round(red / count)
  sample[at + 3] = Math.round(alpha / count)
}
