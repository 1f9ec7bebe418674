import type { Recognised } from './recognise.ts'

/** Below this mean confidence a line is noise: an icon, a texture, a shadow. */
const leastConfidence = 0.5
/** One or two characters are what icons and check boxes are taken for: they must be read plainly. */
const leastConfidenceShort = 0.8

/** Whether what was recognised deserves to be called text. */
export function isLegible({ glyphs, confidence }: Recognised): boolean {
  const length = glyphs.filter(({ text }) => text.trim() !== '').length
  return length > 0 && confidence >= (length <= 2 ? leastConfidenceShort : leastConfidence)
}
