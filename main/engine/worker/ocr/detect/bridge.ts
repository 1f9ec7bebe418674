import type { Pixels } from '../../imaging/pixels.ts'
import type { Strip } from '../strip.ts'
import { Bands } from './bands.ts'

/** Longest gap that is bridged, in thicknesses. */
const longestGap = 2.2
/** Lower than this share of the thickness, a drawn thing between two pieces is an underscore, a dash or dots. */
const lowShare = 0.3
const ink = 40

/**
 * Joins pieces of one line that the detector left apart because only low signs stand between them: `if __name__ ==`
 * or dots that lead to a page number. Level strips only.
 */
export function bridgeGaps(pixels: Pixels, strips: readonly Strip[]): Strip[] {
  const joined = new Set<Strip>()
  const bands = new Bands()
  for (const strip of strips.toSorted((a, b) => a.x - b.x)) {
    const left = bands.find(strip, (other) => bridges(pixels, other, strip))
    if (left) {
      bands.delete(left)
      joined.delete(left)
    }
    const whole = left ? together(left, strip) : strip
    bands.add(whole)
    joined.add(whole)
  }
  return [...joined]
}

function bridges(pixels: Pixels, left: Strip, right: Strip): boolean {
  if (left.angle !== 0 || right.angle !== 0) return false
  const thickness = Math.max(left.thickness, right.thickness)
  const from = left.x + left.length / 2
  const to = right.x - right.length / 2
  if (to <= from - thickness / 2 || to - from > thickness * longestGap) return false
  if (Math.min(left.thickness, right.thickness) < thickness * 0.7) return false
  if (Math.abs(left.y - right.y) > thickness * 0.2) return false
  return isLow(pixels, from, to, Math.min(left.y, right.y), thickness)
}

/** Whether the gap holds ink and all of it is low, as an underscore is. Pieces that overlap have none to bridge. */
function isLow({ data, width, height }: Pixels, from: number, to: number, middle: number, thickness: number): boolean {
  const y0 = Math.max(0, Math.round(middle - thickness / 2))
  const y1 = Math.min(height, Math.round(middle + thickness / 2))
  const x0 = Math.max(0, Math.floor(from))
  const x1 = Math.min(width, Math.ceil(to))
  if (x1 < x0) return true
  let inked = 0
  for (let x = x0; x < x1; x++) {
    const ground = data[(y0 * width + x) * 3 + 1] as number
    let top = y1
    let bottom = y0
    for (let y = y0; y < y1; y++) {
      if (Math.abs((data[(y * width + x) * 3 + 1] as number) - ground) < ink) continue
      top = Math.min(top, y)
      bottom = y + 1
    }
    if (bottom - top > thickness * lowShare) return false
    if (bottom > top) inked++
  }
  return inked > (x1 - x0) * 0.25
}

function together(left: Strip, right: Strip): Strip {
  const x0 = Math.min(left.x - left.length / 2, right.x - right.length / 2)
  const x1 = Math.max(left.x + left.length / 2, right.x + right.length / 2)
  const y0 = Math.min(left.y - left.thickness / 2, right.y - right.thickness / 2)
  const y1 = Math.max(left.y + left.thickness / 2, right.y + right.thickness / 2)
  return {
    x: (x0 + x1) / 2,
    y: (y0 + y1) / 2,
    length: x1 - x0,
    thickness: y1 - y0,
    angle: 0,
    score: Math.min(left.score, right.score)
  }
}
