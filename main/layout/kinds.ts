/** Letters that are written without spaces between words: Han, kana and their punctuation. */
const unspaced =
  /[\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65\u{20000}-\u{3ffff}]/u

/** Whether a character belongs to a script without spaces between words, or is full-width punctuation. */
export function isUnspaced(character: string): boolean {
  return unspaced.test(character)
}

const measure =
  /^[-+~≈<>≤≥±$€£¥₹#*(]*(?:[A-Z]{0,3}\s?)?\d[\d.,:/\s%()-]*(?:[kKMGTPB]i?B?|KB|MB|GB|TB|ms|min|s|h|d|px|pt|kg|g|km|m|cm|mm|%|°C?|元|个|件|条|次|年|月|日|AM|PM|am|pm|SR|x|bytes|items)?[\s)*]*$/

/** Numbers, amounts, dates, times, sizes, key strokes: what stands in the right-hand columns of tables and menus. */
export function isMeasure(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length > 24) return false
  return measure.test(trimmed) || isKeyStroke(trimmed)
}

function isKeyStroke(text: string): boolean {
  return (
    /^(?:(?:Ctrl|Control|Shift|Alt|Cmd|Command|Option|Win|Super|Meta|[⌘⇧⌥⌃↑↓←→⏎⌫])\s?\+?\s?)+\S{0,9}(?:,.*)?$/i.test(
      text
    ) || /^F\d{1,2}$/.test(text)
  )
}

/** How much a line says, in letters of Latin width: a Han character counts for two. */
export function weightOf(text: string): number {
  let weight = 0
  for (const character of text) weight += isUnspaced(character) ? 2 : 1
  return weight
}
