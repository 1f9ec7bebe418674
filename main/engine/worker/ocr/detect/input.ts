import type { Box } from '../../../protocol/geometry.ts'
import type { Pixels } from '../../imaging/pixels.ts'
import type { Memory } from '../memory.ts'
import type { Plane } from '../planes.ts'

/** The detector's input for one region: `[1, 3, height, width]`, sides padded to multiples with the corner's colour. */
export interface DetectorInput {
  readonly values: Float32Array
  readonly width: number
  readonly height: number
}

/** Copies a region into normalised planes. `margin` pixels of the corner's colour go round it. */
export function detectorInput(
  { data, width: stride }: Pixels,
  { x0, y0, x1, y1 }: Box,
  planes: readonly Plane[],
  multiple: number,
  margin: number,
  memory: Memory
): DetectorInput {
  const width = Math.ceil((x1 - x0 + 2 * margin) / multiple) * multiple
  const height = Math.ceil((y1 - y0 + 2 * margin) / multiple) * multiple
  const size = width * height
  const values = memory(3 * size)
  const padded = width > x1 - x0 || height > y1 - y0
  for (const [index, { byte, scale, shift }] of planes.entries()) {
    const base = index * size
    if (padded) values.fill((data[(y0 * stride + x0) * 3 + byte] as number) * scale + shift, base, base + size)
    const table = Float32Array.from({ length: 256 }, (_, value) => value * scale + shift)
    for (let y = y0; y < y1; y++) {
      let source = (y * stride + x0) * 3 + byte
      let target = base + (y - y0 + margin) * width + margin
      for (let x = x0; x < x1; x++, source += 3) values[target++] = table[data[source] as number] as number
    }
  }
  return { values, width, height }
}
