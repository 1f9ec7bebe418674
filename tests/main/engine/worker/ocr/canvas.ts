import type { Box } from '../../../../../main/engine/protocol/geometry.ts'
import type { Pixels } from '../../../../../main/engine/worker/imaging/pixels.ts'
import type { Plane } from '../../../../../main/engine/worker/ocr/planes.ts'

/** A grey picture of one value. */
export function blankPicture(width: number, height: number, value = 255): Pixels {
  return { data: new Uint8Array(width * height * 3).fill(value), width, height }
}

/** A grey picture, pixel by pixel. */
export function picture(width: number, height: number, colourAt: (x: number, y: number) => number): Pixels {
  const { data } = blankPicture(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.fill(colourAt(x, y), (y * width + x) * 3, (y * width + x + 1) * 3)
  }
  return { data, width, height }
}

/** Fills rectangles of a picture in place, and returns it. */
export function draw(pixels: Pixels, boxes: readonly Box[], value = 0): Pixels {
  const { data, width } = pixels
  for (const { x0, y0, x1, y1 } of boxes)
    for (let y = y0; y < y1; y++) data.fill(value, (y * width + x0) * 3, (y * width + x1) * 3)
  return pixels
}

/** The value of one channel, red when not told. */
export function valueAt({ data, width }: Pixels, x: number, y: number, channel = 0): number {
  return data[(y * width + x) * 3 + channel] ?? Number.NaN
}

/** Pseudo-random values of 0 to 1, the same in every run (mulberry32). */
export function randomValues(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Planes that hand the bytes through: red, green, blue. */
export const plainPlanes: readonly [Plane, Plane, Plane] = [
  { byte: 0, scale: 1, shift: 0 },
  { byte: 1, scale: 1, shift: 0 },
  { byte: 2, scale: 1, shift: 0 }
]
