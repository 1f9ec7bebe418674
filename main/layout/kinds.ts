/** Letters that are written without spaces between words: Han, kana and their punctuation. */
const unspaced =
  /[\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65\u{20000}-\u{3ffff}]/u

/** Whether a character belongs to a script without spaces between words, or is full-width punctuation. */
export function isUnspaced(character: string): boolean {
  // Nearly all characters are below the first of those ranges: the regular expression is for the few others.
  return character > '\u2e7f' && unspaced.test(character)
}

/** Characters as Unicode counts them, not as UTF-16 stores them. */
export function charactersOf(text: string): string[] {
  return Array.from(text)
}

/** The first character of `text`, empty when there is none. */
export function firstOf(text: string): string {
  const code = text.codePointAt(0)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** The last character of `text`, empty when there is none. */
export function lastOf(text: string): string {
  return charactersOf(text.slice(-2)).at(-1) ?? ''
}

/** How much a line says, in letters of Latin width: a Han character counts for two. */
export function weightOf(text: string): number {
  let weight = 0
  for (const character of text) weight += isUnspaced(character) ? 2 : 1
  return weight
}

const sign = /^[-+~≈<>≤≥±*#(]*/u
const currency = /^(?:[$€£¥₹]|[A-Z]{2,3}(?=\s?\d))\s?/u
const number = /^-?\d[\d.,:/\s%()-]*/
const unit =
  /^(?:[kKMGT]i?B|B|bytes|ms|min|[shd]|px|pt|kg|g|km|[cm]?m|%|°C?|元|[个件条次年月日]|[AP]M|[ap]m|SR|x|items)?[\s)*]*$/u

/** Numbers, amounts, dates, times, sizes, key strokes: what stands in the right-hand columns of tables and menus. */
export function isMeasure(text: string): boolean {
  // The mark of a scale is often read as a dash behind its number.
  const trimmed = text.trim().replace(/\s*[-–—|]$/u, '')
  if (trimmed.length > 24) return false
  const digits = trimmed.replace(sign, '').replace(currency, '')
  return (number.test(digits) && unit.test(digits.replace(number, ''))) || isKeyStroke(trimmed)
}

function isKeyStroke(text: string): boolean {
  return /^(?:ctrl|control|shift|alt|cmd|command|option|win|super|meta)\s?\+|^[⌘⇧⌥⌃]|^f\d{1,2}$/iu.test(text)
}

const bullet =
  /^(?:[•·●○▪■□◆▶►‣–—*+-]\s|[•·●○▪■□◆▶►‣]|\(?\d{1,3}[.)、](?!\d)|\(?[a-z][.)]\s|[一二三四五六七八九十]{1,3}、)/u

/** Whether a line opens an entry of a list. */
export function startsEntry(text: string): boolean {
  return bullet.test(text.trimStart())
}
