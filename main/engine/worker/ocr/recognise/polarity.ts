import type { Plane } from '../planes.ts'
import type { Target } from './snippet.ts'

/** Whether bright text stands on a dark ground: ink covers the lesser part, so the mean lies nearer to the ground. */
export function isDark({ values, offset, stride, size, width, height }: Target): boolean {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  let sum = 0
  for (let y = 0; y < height; y++) {
    const base = offset + size + y * stride
    for (let at = base; at < base + width; at++) {
      const value = values[at] as number
      if (value < low) low = value
      if (value > high) high = value
      sum += value
    }
  }
  return sum / (width * height) < (low + high) / 2
}

/** Turns a line into its negative: the recogniser has seen far more dark text on light ground. */
export function invert({ values, offset, stride, size, width, height }: Target, planes: readonly Plane[]): void {
  for (const [k, { scale, shift }] of planes.entries()) {
    const ends = 255 * scale + 2 * shift
    for (let y = 0; y < height; y++) {
      const base = offset + k * size + y * stride
      for (let at = base; at < base + width; at++) values[at] = ends - (values[at] as number)
    }
  }
}
