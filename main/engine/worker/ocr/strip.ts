import type { Quad } from '../../protocol/geometry.ts'

/**
 * A rectangle around a line of text that may be slanted: centre, length along the text, thickness across it. In
 * pixels of whatever it was found on, the detector's map or the picture.
 */
export interface Strip {
  readonly x: number
  readonly y: number
  readonly length: number
  readonly thickness: number
  /** Of the reading direction against the x axis, in radians, clockwise on the screen since y runs down. */
  readonly angle: number
  /** Mean probability of its pixels in the detector's map, 0 to 1. */
  readonly score: number
}

/** Whether a strip runs rather down (or up) than across. */
export function isSteep({ angle }: Strip): boolean {
  return Math.abs(Math.sin(angle)) > Math.SQRT1_2
}

/** Cuts a strip into equal parts, none longer than `most` times its thickness; in the order of a reader. */
export function partsOf(strip: Strip, most: number): Strip[] {
  const count = Math.max(1, Math.ceil(strip.length / (strip.thickness * most)))
  const length = strip.length / count
  return Array.from({ length: count }, (_, k) => {
    const along = (k + 0.5) * length - strip.length / 2
    return { ...strip, length, x: strip.x + along * Math.cos(strip.angle), y: strip.y + along * Math.sin(strip.angle) }
  })
}

/** The four corners in the order of a reader of the line. */
export function quadOf({ x, y, length, thickness, angle }: Strip): Quad {
  const alongX = (Math.cos(angle) * length) / 2
  const alongY = (Math.sin(angle) * length) / 2
  const acrossX = (-Math.sin(angle) * thickness) / 2
  const acrossY = (Math.cos(angle) * thickness) / 2
  return [
    [x - alongX - acrossX, y - alongY - acrossY],
    [x + alongX - acrossX, y + alongY - acrossY],
    [x + alongX + acrossX, y + alongY + acrossY],
    [x - alongX + acrossX, y - alongY + acrossY]
  ]
}

/** The same place read in another direction: `quarters` clockwise quarter turns of the text. */
export function turned(strip: Strip, quarters: number): Strip {
  const swap = quarters % 2 !== 0
  return {
    ...strip,
    angle: strip.angle + (quarters * Math.PI) / 2,
    length: swap ? strip.thickness : strip.length,
    thickness: swap ? strip.length : strip.thickness
  }
}
