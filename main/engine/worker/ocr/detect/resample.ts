import type { Box } from '../../../protocol/geometry.ts'
import type { Pixels } from '../../imaging/pixels.ts'

/** A part of the picture at a size that is no larger: each pixel is the mean of those that it stands for. */
export function resample(pixels: Pixels, box: Box, width: number, height: number): Pixels {
  const columns = bordersOf(box.x1 - box.x0, width)
  const rows = bordersOf(box.y1 - box.y0, height)
  const data = new Uint8Array(width * height * 3)
  const sums = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    const from = rows[y] as number
    const to = rows[y + 1] as number
    for (let v = from; v < to; v++) addRow(pixels, (box.y0 + v) * pixels.width + box.x0, columns, sums)
    const base = y * width * 3
    for (let x = 0; x < width; x++) {
      const share = 1 / ((to - from) * ((columns[x + 1] as number) - (columns[x] as number)))
      for (let channel = 0; channel < 3; channel++)
        data[base + x * 3 + channel] = (sums[x * 3 + channel] as number) * share + 0.5
    }
  }
  return { data, width, height }
}

/** Source pixels from one border to the next make one target pixel; every target pixel gets at least one. */
function bordersOf(source: number, target: number): Int32Array {
  const borders = new Int32Array(target + 1)
  for (let k = 0; k <= target; k++)
    borders[k] = Math.min(source - (k < target ? 1 : 0), Math.round((k * source) / target))
  return borders
}

function addRow({ data }: Pixels, start: number, borders: Int32Array, sums: Float32Array): void {
  let index = start * 3
  for (let x = 0; x + 1 < borders.length; x++) {
    let red = 0
    let green = 0
    let blue = 0
    for (let u = borders[x] as number; u < (borders[x + 1] as number); u++, index += 3) {
      red += data[index] as number
      green += data[index + 1] as number
      blue += data[index + 2] as number
    }
    sums[x * 3] = (sums[x * 3] as number) + red
    sums[x * 3 + 1] = (sums[x * 3 + 1] as number) + green
    sums[x * 3 + 2] = (sums[x * 3 + 2] as number) + blue
  }
}
