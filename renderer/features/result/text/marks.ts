import type { TextRange } from '../../../../preload/contract/library.ts'
import type { Chunk } from './chunks.ts'

/** The elements of a text by where they begin in it. */
export type Placed = ReadonlyMap<number, { readonly chunk: Chunk; readonly element: HTMLElement }>

/**
 * Marks ranges of a text without changing its elements, by the highlights of CSS: a text of millions of letters stays a few
 * text nodes. Ranges are in UTF-16 units of the whole text, in order.
 */
export function markRanges(name: string, ranges: readonly TextRange[], placed: Placed): void {
  // Not there in the tests of components.
  if (typeof Highlight === 'undefined') return
  const found: Range[] = []
  for (const { chunk, element } of placed.values()) {
    const node = element.firstChild
    if (!(node instanceof Text)) continue
    for (const [start, end] of ranges) {
      const from = Math.max(start - chunk.start, 0)
      const to = Math.min(end - chunk.start, node.length)
      if (from >= to) continue
      const range = new Range()
      range.setStart(node, from)
      range.setEnd(node, to)
      found.push(range)
    }
  }
  if (found.length === 0) unmark(name)
  else CSS.highlights.set(name, new Highlight(...found))
}

/** Takes all marks of a name away. */
export function unmark(name: string): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(name)
}

/** The place in the text under a point of the window, in UTF-16 units; undefined beside it. */
export function offsetAt(x: number, y: number, placed: Placed): number | undefined {
  const caret = document.caretPositionFromPoint?.(x, y)
  if (!caret) return undefined
  for (const { chunk, element } of placed.values()) {
    if (caret.offsetNode === element.firstChild) return chunk.start + caret.offset
  }
  return undefined
}
