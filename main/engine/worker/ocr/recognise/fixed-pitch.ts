import type { Glyph } from './ctc.ts'

/** Letters in a row whose widths are compared as one sum: single steps of the recogniser are too coarse for one letter. */
const window = 4
/** Sums needed to judge a line. */
const leastSums = 5
/**
 * Spread of the sums, as a share of their mean. Nine lines of code in ten stay below 0.07, one line of prose in ten
 * does; so the blanks must bear it out where there are any, and without them only the evenest lines count.
 */
const mostSpread = 0.075
const mostSpreadAlone = 0.03
/** A blank between two letters makes them stand two pitches apart, or another whole number; in prose it is narrower. */
const blankTolerance = 0.3
const agreeingShare = 0.75
/** Pitches between two letters from which on a blank stands between them. */
const blankFrom = 1.5

const letter = /^[\x21-\x7e]$/
/** Two pitches wide: lines with them are left to the gaps. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u

/** Steps from one letter to the next in a line of a fixed-width font; undefined for other fonts and short lines. */
export function pitchOf(glyphs: readonly Glyph[]): number | undefined {
  if (glyphs.some(({ text }) => wide.test(text))) return undefined
  const sums = runsOf(glyphs).flatMap((run) => run.slice(window).map((glyph, k) => glyph.step - (run[k] as Glyph).step))
  if (sums.length < leastSums) return undefined
  const mean = sums.reduce((total, value) => total + value, 0) / sums.length
  const spread = Math.sqrt(sums.reduce((total, value) => total + (value - mean) ** 2, 0) / sums.length) / mean
  const pitch = mean / window
  const agreement = blankAgreement(glyphs, pitch)
  const fixed = agreement === undefined ? spread <= mostSpreadAlone : spread <= mostSpread && agreement >= agreeingShare
  return fixed ? pitch : undefined
}

/** Letters without a blank between them. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [[]]
  for (const glyph of glyphs) {
    if (letter.test(glyph.text)) (runs.at(-1) as Glyph[]).push(glyph)
    else runs.push([])
  }
  return runs
}

/** Share of the blanks that are as wide as a fixed pitch wants them; undefined for fewer than two. */
function blankAgreement(glyphs: readonly Glyph[], pitch: number): number | undefined {
  const pitches = glyphs.flatMap(({ text }, index) => {
    const [before, after] = [glyphs[index - 1], glyphs[index + 1]]
    return text === ' ' && before && after ? [(after.step - before.step) / pitch] : []
  })
  if (pitches.length < 2) return undefined
  const whole = pitches.filter((count) => count > blankFrom && Math.abs(count - Math.round(count)) < blankTolerance)
  return whole.length / pitches.length
}

/** Sets the blanks of a line of fixed pitch, in steps, by the distance of its letters alone: one where any belongs. */
export function blanksByPitch(glyphs: readonly Glyph[], pitch: number): Glyph[] {
  const letters = glyphs.filter(({ text }) => text !== ' ')
  return letters.flatMap((glyph, index) => {
    const before = letters[index - 1]
    if (!before || glyph.step - before.step < pitch * blankFrom) return [glyph]
    const step = Math.round((before.step + glyph.step) / 2)
    return [{ text: ' ', step, confidence: Math.min(before.confidence, glyph.confidence) }, glyph]
  })
}
