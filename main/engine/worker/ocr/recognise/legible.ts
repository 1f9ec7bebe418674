import type { Strip } from '../strip.ts'
import type { Recognised } from './recognise.ts'

/** Below this mean confidence a line is noise: an icon, a texture, a shadow. */
const leastConfidence = 0.5
/** One or two characters are what icons and check boxes are taken for: they must be read plainly. */
const leastConfidenceShort = 0.8

/** Something that no detector took for text must be read beyond doubt. */
const leastConfidenceAlone = 0.93
/** What stands alone in tables, lists and code. Round and straight signs (o, l, I, -, |) are what icons look like. */
const plainCharacter = /^[\p{Script=Han}A-HJ-NP-Za-km-np-z0-9{}()[\];:?&%$€£¥#@+=*]{1,2}$/u

/** Nothing else looks like a brace. */
const brace = /^[{}]$/
const leastConfidenceBrace = 0.45

/** Whether a leftover of the detector is one or two characters that may stand alone. */
export function isPlainCharacter({ glyphs, confidence }: Recognised): boolean {
  const text = textOf(glyphs)
  if (brace.test(text)) return confidence >= leastConfidenceBrace
  return confidence >= leastConfidenceAlone && plainCharacter.test(text)
}

/** Boxes, rings and stars that stand alone are buttons. */
const button = /^[□■○●◇◆△▽☆★]$/

/** Whether what was recognised deserves to be called text. */
export function isLegible({ glyphs, confidence }: Recognised): boolean {
  const text = textOf(glyphs)
  if (text === '' || button.test(text)) return false
  return confidence >= (Array.from(text).length <= 2 ? leastConfidenceShort : leastConfidence)
}

function textOf(glyphs: Recognised['glyphs']): string {
  return glyphs
    .map(({ text }) => text)
    .join('')
    .trim()
}

/** Adds single characters to the lines; each takes the place of whatever was read of a part of it. */
export function withSingles(lines: readonly Recognised[], singles: readonly Recognised[]): Recognised[] {
  const kept = lines.filter((line) => !singles.some((single) => covers(single.strip, line.strip)))
  return [...kept, ...singles]
}

function covers(outer: Strip, inner: Strip): boolean {
  return (
    Math.abs(outer.x - inner.x) * 2 < outer.length &&
    Math.abs(outer.y - inner.y) * 2 < outer.thickness &&
    inner.length <= outer.length * 1.5
  )
}
