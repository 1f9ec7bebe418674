/** A line of text as the page holds it; box as `[x0, y0, x1, y1]` in CSS pixels. */
export interface PageLine {
  readonly text: string
  readonly box: readonly [number, number, number, number]
  /** Its characters stand below each other. */
  readonly vertical: boolean
}

// The functions below run inside the page: only their source text reaches the browser, so they know nothing of this file.

/** Hides what the window's edge cuts. */
function hideCut(): void {
  const whole = 'p,h1,h2,h3,li,tr,[data-row],[data-whole]'
  for (const element of document.querySelectorAll<HTMLElement>(whole)) {
    const { left, right, bottom } = element.getBoundingClientRect()
    if (bottom > innerHeight - 2 || right > innerWidth + 1 || left < -1) element.style.visibility = 'hidden'
  }
}

/** The box whose lines a text belongs to. Elements with `data-row` are one line a visual row, whatever is in them. */
function blockOf(start: Element): Element {
  const row = start.closest('[data-row]')
  if (row) return row
  let element = start
  while (['inline', 'contents'].includes(getComputedStyle(element).display) && element.parentElement) {
    element = element.parentElement
  }
  return element
}

/** A character with its place, blanks included. */
interface Glyph {
  readonly character: string
  readonly block: Element
  readonly vertical: boolean
  /** Missing for blanks that the layout swallowed. */
  readonly place: DOMRect | undefined
}

function glyphsOf(node: Node, parent: Element): Glyph[] {
  const block = blockOf(parent)
  const vertical = getComputedStyle(parent).writingMode.startsWith('vertical')
  const range = document.createRange()
  let start = 0
  return Array.from(node.nodeValue ?? '').map((character) => {
    range.setStart(node, start)
    start += character.length
    range.setEnd(node, start)
    const place = range.getClientRects()[0]
    return { character, block, vertical, place: place && place.width > 0 && place.height > 0 ? place : undefined }
  })
}

function visibleGlyphs(): Glyph[] {
  const glyphs: Glyph[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.nodeValue?.trim() || parent.tagName === 'STYLE') continue
    if (getComputedStyle(parent).visibility !== 'hidden') glyphs.push(...glyphsOf(node, parent))
  }
  return glyphs
}

/** Lines in the order of the document: a new one begins where the box changes or the text jumps across itself. */
function linesOf(glyphs: readonly Glyph[]): PageLine[] {
  const lines: { text: string; box: [number, number, number, number]; vertical: boolean }[] = []
  let block: Element | undefined
  let end = 0
  for (const { character, block: own, vertical, place } of glyphs) {
    const blank = /\s/.test(character)
    let line = lines.at(-1)
    if (!place) {
      if (line && blank) line.text += ' '
      continue
    }
    const [start, stop, low, high] = vertical
      ? [place.top, place.bottom, place.left, place.right]
      : [place.left, place.right, place.top, place.bottom]
    const middle = line ? (vertical ? line.box[0] + line.box[2] : line.box[1] + line.box[3]) / 2 : 0
    if (!line || own !== block || Math.abs((low + high) / 2 - middle) > (high - low) * 0.6) {
      if (blank) continue
      line = { text: '', box: [place.left, place.top, place.right, place.bottom], vertical }
      lines.push(line)
      block = own
    }
    if (line.text && !blank && !/\s$/.test(line.text) && start - end > (high - low) * 0.3) line.text += ' '
    line.text += character
    end = stop
    if (blank) continue
    const [x0, y0, x1, y1] = line.box
    line.box = [
      Math.min(x0, place.left),
      Math.min(y0, place.top),
      Math.max(x1, place.right),
      Math.max(y1, place.bottom)
    ]
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
}

/** The script that makes a page tell its lines; its value is a list of `PageLine`. */
export const collectScript = `(() => {
  ${[hideCut, blockOf, glyphsOf, visibleGlyphs, linesOf].map(String).join('\n')}
  hideCut()
  return linesOf(visibleGlyphs())
})()`
