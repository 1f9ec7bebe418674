import type { Strip } from '../strip.ts'
import { Bands } from './bands.ts'

/** Share of a strip's length and thickness that must lie in another's for it to be the same line. */
const sameShare = 0.6

/** A line much lower than the one around it is another: a note between the words of a poster. */
const likeShare = 0.4

/** Regions may overlap, and a line in the overlap is found twice: keeps the longer of two strips that cover each other. */
export function withoutRepeats(strips: readonly Strip[]): Strip[] {
  const kept: Strip[] = []
  const bands = new Bands()
  for (const strip of strips.toSorted((a, b) => b.length - a.length)) {
    if (bands.find(strip, (other) => repeats(strip, other))) continue
    bands.add(strip)
    kept.push(strip)
  }
  return kept
}

function repeats(strip: Strip, longer: Strip): boolean {
  if (Math.abs(Math.sin(strip.angle - longer.angle)) > 0.1) return false
  if (Math.min(strip.thickness, longer.thickness) < Math.max(strip.thickness, longer.thickness) * likeShare)
    return false
  const [dx, dy] = [strip.x - longer.x, strip.y - longer.y]
  const along = dx * Math.cos(longer.angle) + dy * Math.sin(longer.angle)
  const across = dy * Math.cos(longer.angle) - dx * Math.sin(longer.angle)
  return (
    shared(along, strip.length, longer.length) > strip.length * sameShare &&
    shared(across, strip.thickness, longer.thickness) > Math.min(strip.thickness, longer.thickness) * sameShare
  )
}

/** Overlap of two stretches whose middles are `offset` apart. */
function shared(offset: number, a: number, b: number): number {
  return Math.min(a, b, (a + b) / 2 - Math.abs(offset))
}
