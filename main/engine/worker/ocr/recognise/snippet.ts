import type { Pixels } from '../../imaging/pixels.ts'
import type { Plane } from '../planes.ts'
import type { Strip } from '../strip.ts'

/** Where a line of text is copied to: planes of `[height, stride]`, `size` values apart, from `offset` on. */
export interface Target {
  readonly values: Float32Array
  readonly offset: number
  readonly stride: number
  readonly size: number
  /** The size of the line there, in pixels; the rest of each row stays as it is. */
  readonly width: number
  readonly height: number
}

/** From this shrinkage on source pixels are averaged, below they are interpolated. */
const averageFrom = 1.5

/** Copies the picture under a strip, straightened and scaled, into the recogniser's input. */
export function copyStrip(pixels: Pixels, strip: Strip, planes: readonly Plane[], target: Target): void {
  const shrinkage = strip.thickness / target.height
  if (strip.angle === 0 && shrinkage >= averageFrom) averageLevel(pixels, strip, planes, target)
  else if (strip.angle === 0) interpolateLevel(pixels, strip, planes, target)
  else sampleSlanted(pixels, strip, planes, target, Math.max(1, Math.round(shrinkage)))
}

/** Edges of a level strip in whole pixels inside the picture. */
export function levelBox({ width, height }: Pixels, strip: Strip): { x0: number; y0: number; x1: number; y1: number } {
  const x0 = Math.min(width - 1, Math.max(0, Math.round(strip.x - strip.length / 2)))
  const y0 = Math.min(height - 1, Math.max(0, Math.round(strip.y - strip.thickness / 2)))
  return {
    x0,
    y0,
    x1: Math.max(x0 + 1, Math.min(width, Math.round(strip.x + strip.length / 2))),
    y1: Math.max(y0 + 1, Math.min(height, Math.round(strip.y + strip.thickness / 2)))
  }
}

function averageLevel(pixels: Pixels, strip: Strip, planes: readonly Plane[], target: Target): void {
  const { x0, y0, x1, y1 } = levelBox(pixels, strip)
  const { values, width, height, stride, size } = target
  const stepX = (x1 - x0) / width
  const stepY = (y1 - y0) / height
  const sums: [number, number, number] = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    const top = y0 + Math.floor(y * stepY)
    const bottom = Math.max(top + 1, y0 + Math.floor((y + 1) * stepY))
    for (let x = 0; x < width; x++) {
      const left = x0 + Math.floor(x * stepX)
      const right = Math.max(left + 1, x0 + Math.floor((x + 1) * stepX))
      addUp(pixels, left, right, top, bottom, sums)
      const share = 1 / ((right - left) * (bottom - top))
      const at = target.offset + y * stride + x
      for (let k = 0; k < 3; k++) {
        const plane = planes[k] as Plane
        values[at + k * size] = sums[plane.byte] * share * plane.scale + plane.shift
      }
    }
  }
}

function addUp(
  { data, width }: Pixels,
  left: number,
  right: number,
  top: number,
  bottom: number,
  sums: number[]
): void {
  let red = 0
  let green = 0
  let blue = 0
  for (let v = top; v < bottom; v++) {
    const end = (v * width + right) * 3
    for (let index = (v * width + left) * 3; index < end; index += 3) {
      red += data[index] as number
      green += data[index + 1] as number
      blue += data[index + 2] as number
    }
  }
  sums[0] = red
  sums[1] = green
  sums[2] = blue
}

function interpolateLevel(pixels: Pixels, strip: Strip, planes: readonly Plane[], target: Target): void {
  const { x0, y0, x1, y1 } = levelBox(pixels, strip)
  const { data, width: sourceWidth } = pixels
  const { values, width, height, stride, size } = target
  const across = taps(x1 - x0, width)
  const down = taps(y1 - y0, height)
  const [first, second, third] = planes as [Plane, Plane, Plane]
  const [firstByte, secondByte, thirdByte] = [first.byte, second.byte, third.byte]
  // Two source rows are mixed once, and every target pixel of the row takes its share of two neighbours in the mix. All
  // planes in one pass, which takes four fifths of the time of three.
  const mixed = new Float32Array((x1 - x0) * 3)
  for (let y = 0; y < height; y++) {
    const upper = ((y0 + (down.first[y] as number)) * sourceWidth + x0) * 3
    const lower = ((y0 + (down.second[y] as number)) * sourceWidth + x0) * 3
    const weight = down.share[y] as number
    for (let i = 0; i < mixed.length; i += 3) {
      const one = data[upper + i + firstByte] as number
      const two = data[upper + i + secondByte] as number
      const three = data[upper + i + thirdByte] as number
      mixed[i] = (one + ((data[lower + i + firstByte] as number) - one) * weight) * first.scale + first.shift
      mixed[i + 1] = (two + ((data[lower + i + secondByte] as number) - two) * weight) * second.scale + second.shift
      mixed[i + 2] = (three + ((data[lower + i + thirdByte] as number) - three) * weight) * third.scale + third.shift
    }
    const from = target.offset + y * stride
    for (let x = 0; x < width; x++) {
      const left = (across.first[x] as number) * 3
      const right = (across.second[x] as number) * 3
      const share = across.share[x] as number
      const one = mixed[left] as number
      const two = mixed[left + 1] as number
      const three = mixed[left + 2] as number
      values[from + x] = one + ((mixed[right] as number) - one) * share
      values[from + size + x] = two + ((mixed[right + 1] as number) - two) * share
      values[from + 2 * size + x] = three + ((mixed[right + 2] as number) - three) * share
    }
  }
}

/** For each target pixel the two source pixels around it and the share of the second. */
function taps(source: number, target: number): { first: Int32Array; second: Int32Array; share: Float32Array } {
  const first = new Int32Array(target)
  const second = new Int32Array(target)
  const share = new Float32Array(target)
  for (let k = 0; k < target; k++) {
    const at = Math.min(source - 1, Math.max(0, ((k + 0.5) * source) / target - 0.5))
    first[k] = Math.floor(at)
    second[k] = Math.min(source - 1, Math.floor(at) + 1)
    share[k] = at - Math.floor(at)
  }
  return { first, second, share }
}

/** Bilinear samples of a strip at any angle; `taps` by `taps` of them make one target pixel where it shrinks. */
function sampleSlanted(pixels: Pixels, strip: Strip, planes: readonly Plane[], target: Target, fineness: number): void {
  const { values, width, height, stride, size } = target
  const cos = Math.cos(strip.angle)
  const sin = Math.sin(strip.angle)
  const weight = 1 / (fineness * fineness)
  const sums: [number, number, number] = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sums.fill(0)
      for (let j = 0; j < fineness; j++) {
        const across = ((y + (j + 0.5) / fineness) / height - 0.5) * strip.thickness
        for (let i = 0; i < fineness; i++) {
          const along = ((x + (i + 0.5) / fineness) / width - 0.5) * strip.length
          addSample(
            pixels,
            strip.x + along * cos - across * sin - 0.5,
            strip.y + along * sin + across * cos - 0.5,
            sums
          )
        }
      }
      const at = target.offset + y * stride + x
      for (let k = 0; k < 3; k++) {
        const plane = planes[k] as Plane
        values[at + k * size] = sums[plane.byte] * weight * plane.scale + plane.shift
      }
    }
  }
}

function addSample({ data, width, height }: Pixels, x: number, y: number, sums: number[]): void {
  const u = Math.min(width - 1, Math.max(0, x))
  const v = Math.min(height - 1, Math.max(0, y))
  const left = Math.floor(u)
  const upper = Math.floor(v)
  const right = left + 1 < width ? 3 : 0
  const lower = upper + 1 < height ? width * 3 : 0
  const share = u - left
  const weight = v - upper
  const index = (upper * width + left) * 3
  for (let channel = 0; channel < 3; channel++) {
    const at = index + channel
    const a = data[at] as number
    const b = data[at + lower] as number
    const top = a + ((data[at + right] as number) - a) * share
    const bottom = b + ((data[at + lower + right] as number) - b) * share
    sums[channel] = (sums[channel] as number) + top + (bottom - top) * weight
  }
}
