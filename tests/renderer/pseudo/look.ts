/** What is wrong with the texts of a page; empty when nothing is. */
export interface Findings {
  /** Shown or spoken, and neither from the texts nor data. */
  readonly foreign: readonly string[]
  /** Runs out of what clips it, with the pixels. */
  readonly cut: readonly string[]
}

/** One text of a page, wherever a person meets it. */
export interface PageText {
  readonly text: string
  /** Pixels of it that stand outside of what clips it to the sides. */
  readonly overrun: number
}

/** Every text that is shown or spoken. Runs inside of the page, and uses nothing from outside. */
export function textsOfPage(): PageText[] {
  const page = {
    isMet: (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[aria-hidden="true"], script, style') === null,

    /** An ellipsis says itself that there is more, and what scrolls to the side can be reached. */
    overrun: (text: Node, parent: Element): number => {
      const range = document.createRange()
      range.selectNodeContents(text)
      const { left, right } = range.getBoundingClientRect()
      let most = Math.max(right - innerWidth, -left)
      for (let around: Element | null = parent; around !== null; around = around.parentElement) {
        const { overflowX, textOverflow, webkitLineClamp, clip, clipPath } = getComputedStyle(around)
        const box = around.getBoundingClientRect()
        const isForReaders = box.width <= 1 || clip !== 'auto' || clipPath !== 'none'
        if (isForReaders || textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return 0
        if (overflowX === 'auto' || overflowX === 'scroll') return 0
        if (overflowX !== 'visible') most = Math.max(most, right - box.right, box.left - left)
      }
      return most
    }
  }
  const found: PageText[] = []
  for (const element of document.querySelectorAll('body *')) {
    if (!page.isMet(element)) continue
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-roledescription', 'aria-valuetext']) {
      const text = element.getAttribute(name)
      if (text !== null) found.push({ text, overrun: 0 })
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent !== null && node.nodeValue !== null && page.isMet(parent)) {
      found.push({ text: node.nodeValue, overrun: page.overrun(node, parent) })
    }
  }
  return found
}

/** A pixel and a half may be rounding. */
const tolerance = 1.5

/** Judges the texts of a page in pseudo texts. `data` comes from the bridge, `known` from `Intl` and keyboards. */
export function judgeTexts(texts: readonly PageText[], data: readonly string[], known: readonly RegExp[]): Findings {
  const pieces = [...new Set(data.map(oneLine))].filter((piece) => piece.length > 1)
  pieces.sort((one, other) => other.length - one.length)
  const foreign = texts.filter(({ text }) => {
    let rest = oneLine(withoutTexts(text))
    for (const piece of pieces) rest = rest.replaceAll(piece, ' ')
    for (const pattern of known) rest = rest.replaceAll(pattern, ' ')
    return /\p{L}{2}/u.test(rest)
  })
  const cut = texts.filter(({ text, overrun }) => text.includes('⟦') && overrun > tolerance)
  return {
    foreign: [...new Set(foreign.map(({ text }) => text.trim()))],
    cut: [...new Set(cut.map(({ text, overrun }) => `${text.trim()} (${Math.round(overrun)} px)`))]
  }
}

/** Texts may stand inside of texts. */
function withoutTexts(text: string): string {
  const less = text.replaceAll(/⟦[^⟦⟧]*⟧/gu, ' ')
  return less === text ? text : withoutTexts(less)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
