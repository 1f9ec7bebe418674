import type { Glyph } from './ctc.ts'

/**
 * Mends what the recogniser confuses because the shapes are the same and only the company tells them apart: wide
 * punctuation and the stroke 丨 in lines without Chinese, the letter o in numbers, bars in code, and a few more.
 */
export function repairGlyphs(glyphs: readonly Glyph[]): readonly Glyph[] {
  const chinese = glyphs.some(({ text }) => text !== '丨' && eastAsian.test(text))
  const narrowed = chinese ? glyphs : bars(glyphs.map(narrow))
  return dots(degrees(zeros(narrowed)))
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f]/u
/** U+FF01 to U+FF5E are the wide forms of the printable ASCII characters, in their order. */
const wideForm = /^[\uff01-\uff5e]$/
const wideOffset = 0xfee0

function narrow(glyph: Glyph): Glyph {
  if (glyph.text === '丨') return { ...glyph, text: '|' }
  // A slashed zero of a programmer's font.
  if (glyph.text === 'θ') return { ...glyph, text: '0' }
  if (!wideForm.test(glyph.text)) return glyph
  return { ...glyph, text: String.fromCodePoint((glyph.text.codePointAt(0) as number) - wideOffset) }
}

/** Signs that hardly occur outside programs, and how many of a line make it one. */
const programSign = /[{}[\]();=<>&|]/
const programSigns = 4
const freeStrokes = /(?<= )[Il|]{1,2}(?= )/g

/** In a line of code a free-standing I or Il is a bar or two. */
function bars(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (glyphs.filter(({ text }) => programSign.test(text)).length < programSigns) return glyphs
  return replace(glyphs, freeStrokes, (found) => '|'.repeat(found.length))
}

const number = /(?<![A-Za-z0-9])[0-9oO]+(?:[.,:_][0-9oO]+)*(?![A-Za-z0-9])/g
const capitalised = /(?<![A-Za-z0-9])0(?=[A-WYZa-wyz][A-Za-z]{2})/g

/** o among digits is a zero, a zero before letters an O; `0x` stays. */
function zeros(glyphs: readonly Glyph[]): readonly Glyph[] {
  const numbers = replace(glyphs, number, (found) =>
    found.replaceAll(/[^0-9]/g, '').length < 2 ? found : found.replaceAll(/[oO]/g, '0')
  )
  return replace(numbers, capitalised, () => 'O')
}

/** ℃ holds its own ring. */
function degrees(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.filter(({ text }, index) => !(text === '°' && glyphs[index + 1]?.text === '℃'))
}

/** The last of three dots is often lost; nothing ends in two. */
function dots(glyphs: readonly Glyph[]): readonly Glyph[] {
  const last = glyphs.at(-1)
  return last && /[\p{L}\d)]\.\.$/u.test(textOf(glyphs)) ? [...glyphs, last] : glyphs
}

/** Replaces matches by as many characters. Lines with a glyph of several characters stay as they are. */
function replace(glyphs: readonly Glyph[], pattern: RegExp, by: (found: string) => string): readonly Glyph[] {
  const text = textOf(glyphs)
  if (text.length !== glyphs.length) return glyphs
  const replaced = text.replaceAll(pattern, by)
  if (replaced === text) return glyphs
  return glyphs.map((glyph, index) => ({ ...glyph, text: replaced[index] as string }))
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('')
}
