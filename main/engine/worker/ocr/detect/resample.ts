import type { Box } from '../../../protocol/geometry.ts'
import type { Pixels } from '../../imaging/pixels.ts'

/** A part of the picture at another size: averaged where it shrinks, interpolated where it grows. */
export function resample(pixels: Pixels, box: Box, width: number, height: number): Pixels {
  const sourceWidth = box.x1 - box.x0
  const sourceHeight = box.y1 - box.y0
  if (width >= sourceWidth && height >= sourceHeight) return enlarge(pixels, box, width, height)
  const columns = shares(sourceWidth, width)
  const rows = shares(sourceHeight, height)
  const data = new Uint8Array(width * height * 3)
  const sums = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    const from = rows.from[y] as number
    const to = rows.from[y + 1] as number
    for (let v = from; v < to; v++) addRow(pixels, (box.y0 + v) * pixels.width + box.x0, columns.from, sums)
    const base = y * width * 3
    for (let x = 0; x < width; x++) {
      const share = 1 / ((to - from) * ((columns.from[x + 1] as number) - (columns.from[x] as number)))
      for (let channel = 0; channel < 3; channel++)
        data[base + x * 3 + channel] = (sums[x * 3 + channel] as number) * share + 0.5
    }
  }
  return { data, width, height }
}

/** Source pixels `[from[k], from[k + 1])` make target pixel `k`; every target pixel gets at least one. */
function shares(source: number, target: number): { from: Int32Array } {
  const from = new Int32Array(target + 1)
  for (let k = 0; k <= target; k++)
    from[k] = Math.min(source - (target - k > 0 ? 1 : 0), Math.round((k * source) / target))
  return { from }
}

function addRow({ data }: Pixels, start: number, from: Int32Array, sums: Float32Array): void {
  let index = start * 3
  for (let x = 0; x + 1 < from.length; x++) {
    let red = 0
    let green = 0
    let blue = 0
    for (let u = from[x] as number; u < (from[x + 1] as number); u++, index += 3) {
      red += data[index] as number
      green += data[index + 1] as number
      blue += data[index + 2] as number
    }
    sums[x * 3] = (sums[x * 3] as number) + red
    sums[x * 3 + 1] = (sums[x * 3 + 1] as number) + green
    sums[x * 3 + 2] = (sums[x * 3 + 2] as number) + blue
  }
}

/** Bilinear, pixel middles aligned, edges repeated. */
function enlarge(pixels: Pixels, box: Box, width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3)
  const sourceWidth = box.x1 - box.x0
  const sourceHeight = box.y1 - box.y0
  for (let y = 0; y < height; y++) {
    const v = clamp(((y + 0.5) * sourceHeight) / height - 0.5, sourceHeight - 1)
    const upper = (box.y0 + Math.floor(v)) * pixels.width
    const lower = (box.y0 + Math.min(sourceHeight - 1, Math.floor(v) + 1)) * pixels.width
    for (let x = 0; x < width; x++) {
      const u = clamp(((x + 0.5) * sourceWidth) / width - 0.5, sourceWidth - 1)
      const left = box.x0 + Math.floor(u)
      const right = box.x0 + Math.min(sourceWidth - 1, Math.floor(u) + 1)
      for (let channel = 0; channel < 3; channel++) {
        const top = mix(pixels.data, (upper + left) * 3 + channel, (upper + right) * 3 + channel, u - Math.floor(u))
        const bottom = mix(pixels.data, (lower + left) * 3 + channel, (lower + right) * 3 + channel, u - Math.floor(u))
        data[(y * width + x) * 3 + channel] = top + (bottom - top) * (v - Math.floor(v)) + 0.5
      }
    }
  }
  return { data, width, height }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), most)
}

function mix(data: Uint8Array, a: number, b: number, share: number): number {
  const first = data[a] as number
  return first + ((data[b] as number) - first) * share
}
