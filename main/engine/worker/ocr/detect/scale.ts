import type { Pixels } from '../../imaging/pixels.ts'
import type { Strip } from '../strip.ts'
import { measureStrokes } from './strokes.ts'

/** Up to this size, in pixels, detection at full size costs little and sees the most. */
const smallPicture = 1_500_000
/** Strokes from which on letters are larger than the detector needs, in pixels. */
const boldStroke = 6

/**
 * Detector pixels for one picture pixel. Screens of scale 2 are seen at half size, where their letters have the size
 * that the detector knows best; pictures of unknown scale are judged by the width of their strokes.
 */
export function chooseScale(pixels: Pixels, interfaceScale: number): number {
  if (interfaceScale > 0) return 1 / Math.max(1, interfaceScale)
  const large = pixels.width * pixels.height > smallPicture
  const { hairlines, median } = measureStrokes(pixels)
  if (median >= boldStroke) return 0.5
  return large && hairlines < 0.25 && median >= 2 ? 0.5 : 1
}

/** Thickness of a grown strip, in detector pixels, below which letters get lost. 10 px text has 15. */
const smallLine = 13

/** Whether lines found at a reduced scale are so small that others are likely to have been missed. */
export function tooSmall(strips: readonly Strip[], scale: number): boolean {
  const small = strips.filter(({ thickness }) => thickness * scale < smallLine)
  return small.length > strips.length * 0.2
}
