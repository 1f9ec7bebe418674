import type { Glyph } from './ctc.ts'

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f]/u
/** U+FF01 to U+FF5E are the wide forms of the printable ASCII characters, in their order. */
const wideForm = /^[\uff01-\uff5e]$/
const wideOffset = 0xfee0
/** Signs that hardly occur outside programs, and how many of a line make it one. */
const programSign = /[{}[\]();=<>&|]/
const programSigns = 4
const strokes = /^[Il|丨]$/

/**
 * Mends what the recogniser confuses because the picture cannot tell it apart and only the company can: wide
 * punctuation in a line without Chinese, the stroke 丨 for a bar, and in lines of code a free-standing I or Il for
 * a bar or two.
 */
export function repairGlyphs(glyphs: readonly Glyph[]): readonly Glyph[] {
  const text = glyphs.map((glyph) => glyph.text)
  if (text.some((one) => one !== '丨' && eastAsian.test(one))) return glyphs
  const program = text.filter((one) => programSign.test(one)).length >= programSigns
  return glyphs.map((glyph, index) => {
    const mended = program && isFreeStroke(text, index) ? '|' : narrow(glyph.text)
    return mended === glyph.text ? glyph : { ...glyph, text: mended }
  })
}

function narrow(text: string): string {
  if (text === '丨') return '|'
  return wideForm.test(text) ? String.fromCodePoint((text.codePointAt(0) as number) - wideOffset) : text
}

/** One or two strokes with a blank on either side. */
function isFreeStroke(text: readonly string[], index: number): boolean {
  if (!strokes.test(text[index] ?? '')) return false
  let from = index
  let to = index
  while (strokes.test(text[from - 1] ?? '')) from--
  while (strokes.test(text[to + 1] ?? '')) to++
  return to - from <= 1 && text[from - 1] === ' ' && text[to + 1] === ' '
}
