import type { Strip } from '../strip.ts'

/** Pixels of a band: a few lines of text. */
const bandHeight = 64

/**
 * Strips by the bands of the picture that they touch. Whoever looks for what overlaps a strip, or stands in a row with
 * it, need not compare it with the thousands of others of a page.
 */
export class Bands {
  private readonly bands = new Map<number, Set<Strip>>()

  add(strip: Strip): void {
    for (const band of bandsOf(strip)) {
      const strips = this.bands.get(band)
      if (strips) strips.add(strip)
      else this.bands.set(band, new Set([strip]))
    }
  }

  delete(strip: Strip): void {
    for (const band of bandsOf(strip)) this.bands.get(band)?.delete(strip)
  }

  /** The first strip that shares a band with this one and fits. */
  find(strip: Strip, fits: (other: Strip) => boolean): Strip | undefined {
    for (const band of bandsOf(strip)) {
      for (const other of this.bands.get(band) ?? []) if (fits(other)) return other
    }
    return undefined
  }
}

/** Numbers of the bands between the highest and the lowest corner. */
function bandsOf({ y, length, thickness, angle }: Strip): number[] {
  const half = (Math.abs(Math.sin(angle)) * length + Math.abs(Math.cos(angle)) * thickness) / 2
  const first = Math.floor((y - half) / bandHeight)
  return Array.from({ length: Math.floor((y + half) / bandHeight) - first + 1 }, (_, k) => first + k)
}
