import type { Pixels } from '../../imaging/pixels.ts'

/** Steps of the green channel that make the edge of a stroke. */
const edge = 40
/** Wider than this is no stroke of a letter. */
const widest = 32
/** Every fifth row is looked at: thousands of strokes of a page, in a few milliseconds. */
const rowStep = 5

/** How wide the strokes of a picture are. */
export interface Strokes {
  /** Share of strokes that are one pixel wide, 0 to 1: above 0.39 on every plain screen tried, under 0.2 at scale 2. */
  readonly hairlines: number
  /** Median width in pixels. */
  readonly median: number
  readonly count: number
}

/** Measures strokes along rows: the distance from a strong edge to the next one in the other direction. */
export function measureStrokes({ data, width, height }: Pixels): Strokes {
  const counts = new Uint32Array(widest + 1)
  for (let y = 0; y < height; y += rowStep) {
    let rise = -1
    let fall = -1
    let index = y * width * 3 + 1
    for (let x = 0; x + 1 < width; x++, index += 3) {
      const step = (data[index + 3] as number) - (data[index] as number)
      if (step > edge) {
        if (fall >= 0 && x - fall <= widest) counts[x - fall] = (counts[x - fall] as number) + 1
        rise = x
        fall = -1
      } else if (step < -edge) {
        if (rise >= 0 && x - rise <= widest) counts[x - rise] = (counts[x - rise] as number) + 1
        fall = x
        rise = -1
      }
    }
  }
  const count = counts.reduce((sum, value) => sum + value, 0)
  let seen = 0
  const median = counts.findIndex((value) => (seen += value) >= count / 2)
  return { hairlines: count === 0 ? 0 : (counts[1] as number) / count, median, count }
}
