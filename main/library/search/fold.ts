/** A text as it is compared, and where each of its UTF-16 units comes from. */
export interface FoldedText {
  readonly folded: string
  /** For each unit of `folded` the unit of the original where its character starts, and one more: the end. */
  readonly starts: readonly number[]
  /** For each unit of `folded` the unit of the original just behind its character. */
  readonly ends: readonly number[]
}

/**
 * A text as it is compared: compatibility forms (full width, ligatures, circled digits) as plain ones, letters small and,
 * in Latin and Greek, without accents; quotes and dashes of one kind; invisible characters gone; any white space one blank,
 * none at the ends and none between Chinese or Japanese characters, where line ends are no words' ends.
 */
export function fold(text: string): string {
  let folded = ''
  walk(text, (character) => {
    folded += character
  })
  return folded
}

/** The same with the places that the characters come from. */
export function foldMapped(text: string): FoldedText {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  walk(text, (character, start, end) => {
    folded += character
    for (let unit = 0; unit < character.length; unit++) {
      starts.push(start)
      ends.push(end)
    }
  })
  return { folded, starts, ends }
}

type Emit = (character: string, start: number, end: number) => void

/** Every entry and every search pass through here: common characters take 10 ns. */
function walk(original: string, emit: Emit): void {
  const text = original.toWellFormed()
  let blank = -1
  let last = -1
  const add = (character: string, code: number, start: number, end: number): void => {
    if (isBlank(code)) {
      if (blank < 0) blank = start
      return
    }
    if (blank >= 0 && last >= 0 && !(isUnspaced(last) && isUnspaced(code))) emit(' ', blank, start)
    blank = -1
    last = code
    emit(character, start, end)
  }
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const plain = plainOf(code)
    if (plain >= 0 && isUnmarked(text.charCodeAt(at + 1))) {
      add(plain === code ? text.charAt(at) : String.fromCharCode(plain), plain, at, at + 1)
      at++
      continue
    }
    const end = clusterEnd(text, at)
    for (const character of foldCluster(text.slice(at, end))) add(character, character.codePointAt(0) ?? 0, at, end)
    at = end
  }
}

/**
 * What a unit folds to, where that needs no looking up: ASCII and its full-width forms, common Chinese characters, kana and
 * their punctuation. Else -1.
 */
function plainOf(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code
  if (code >= 0x4e00 && code <= 0x9fff) return code
  if ((code >= 0x3001 && code <= 0x3020) || (code >= 0x3041 && code <= 0x3096)) return code
  if (code >= 0x30a1 && code <= 0x30fc) return code
  return code >= 0xff01 && code <= 0xff5e ? plainOf(code - 0xfee0) : -1
}

/** Whether a unit certainly does not join the character before it; NaN stands for the end of the text. */
function isUnmarked(code: number): boolean {
  return !(code >= 0x300) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x3029)
}

/** Marks that belong to the character before them; the last two are the voicing marks of half-width kana. */
const mark = /[\p{M}\u{FF9E}\u{FF9F}]/u

/** A character with its marks; parts of Hangul syllables stay together because they become one character. */
function clusterEnd(text: string, start: number): number {
  let end = start + sizeAt(text, start)
  if (end >= text.length) return end
  const syllables = isHangulPart(text.charCodeAt(start))
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (isUnmarked(code)) return end
    if (!(syllables && isHangulPart(code)) && !mark.test(String.fromCodePoint(text.codePointAt(end) ?? 0))) return end
    end += sizeAt(text, end)
  }
  return end
}

function sizeAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
}

/** Also the forms for keyboards and those of half width, which are plain parts once they are folded. */
function isHangulPart(code: number): boolean {
  return (code >= 0x1100 && code <= 0x11ff) || (code >= 0x3131 && code <= 0x318e) || (code >= 0xffa0 && code <= 0xffdc)
}

const accented = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu
/** Soft hyphen, zero-width spaces and joiners, directions, variation selectors: they are not seen, so nobody types them. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

function foldCluster(cluster: string): string[] {
  const plain = cluster.normalize('NFKC').replaceAll(invisible, '')
  // By way of capitals, which makes ß and ss, or the two forms of small sigma, the same; small first, for the capital ẞ.
  const small = Array.from(plain, (character) => character.toLowerCase().toUpperCase().toLowerCase()).join('')
  const bare = small.normalize('NFD').replaceAll(accented, '$1').normalize('NFC')
  return Array.from(bare, (character) => likeness.get(character) ?? character)
}

const likeness = new Map([
  ...Array.from('‘’‚‛′', (quote) => [quote, "'"] as const),
  ...Array.from('“”„‟″', (quote) => [quote, '"'] as const),
  ...Array.from('‐‑‒–—―−', (dash) => [dash, '-'] as const)
])

/** White space and controls; Unicode's own `White_Space` without looking it up for each character. */
function isBlank(code: number): boolean {
  if (code < 0x2000) return code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0x1680
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000
}

/** Han, kana and their punctuation: written without spaces. */
function isUnspaced(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x2e80 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff)
  )
}
