import { readFileSync } from 'node:fs'
import type { Pdfium } from './pdfium.ts'
import { reserve } from './pdfium.ts'

/** Scripts for which PDFium brings no font, by the character sets of Windows (`lfCharSet`). */
const scripts: ReadonlyMap<number, string> = new Map([
  [128, 'Japanese'],
  [129, 'Korean'],
  [134, 'Chinese'],
  [136, 'Chinese']
])

/** Whatever is not 0: there is one font. */
const fontHandle = 1

/**
 * Answers PDFium when it looks for a font that a document uses without bringing it along: for Chinese, Japanese and
 * Korean with the first of `files` that can be read, for all else with none, so that its own fonts stand in. Gives
 * the scripts that were looked for in vain, which fills while pages are drawn.
 */
export function provideFonts(pdfium: Pdfium, files: readonly string[]): ReadonlySet<string> {
  const missing = new Set<string>()
  const load = firstReadable(files)
  const { addFunction, setValue } = pdfium.pdfium
  const mapFont = (_info: number, _weight: number, _italic: number, charset: number): number => {
    const script = scripts.get(charset)
    if (script === undefined) return 0
    if (load() !== undefined) return fontHandle
    missing.add(script)
    return 0
  }
  // Table 0 is the whole file. A collection is given out as one too: its first font is taken.
  const getFontData = (_info: number, _font: number, table: number, buffer: number, room: number): number => {
    const font = load()
    if (table !== 0 || font === undefined) return 0
    if (buffer !== 0 && room >= font.length) pdfium.pdfium.HEAPU8.set(font, buffer)
    return font.length
  }
  // FPDF_SYSFONTINFO: its version, then what it can be asked, in this order. Each is a function of its own: Emscripten
  // knows a function again and would keep its first signature.
  const answers: readonly [(...values: number[]) => number | undefined, string][] = [
    [() => undefined, 'vi'], // Release
    [() => undefined, 'vii'], // EnumFonts
    [mapFont, 'iiiiiiii'],
    [() => 0, 'iii'], // GetFont
    [getFontData, 'iiiiii'],
    [() => 0, 'iiiii'], // GetFaceName
    [() => 0, 'iii'], // GetFontCharset
    [() => undefined, 'vii'] // DeleteFont
  ]
  const info = reserve(pdfium, 4 * (1 + answers.length))
  setValue(info, 1, 'i32')
  for (const [index, [answer, signature]] of answers.entries()) {
    setValue(info + 4 * (1 + index), addFunction(answer, signature), 'i32')
  }
  pdfium.FPDF_SetSystemFontInfo(info)
  return missing
}

/** Reads when asked for the first time: few documents need it, and such a font has 5 to 30 MB. */
function firstReadable(files: readonly string[]): () => Uint8Array | undefined {
  let found: { readonly font: Uint8Array | undefined } | undefined
  return () => {
    found ??= { font: files.map(read).find((font) => font !== undefined) }
    return found.font
  }
}

function read(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    // Taken away since the engine started: the next one may do.
    return undefined
  }
}
