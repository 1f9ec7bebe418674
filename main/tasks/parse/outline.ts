/** Brackets deeper than this are no answer of a model but an attack or a loop. */
const maximumDepth = 64

/** A stretch of text that looks like one JSON value. */
export interface Outline {
  /** Just behind the last bracket, or the end of the text when `closed` is false. */
  readonly end: number
  readonly closed: boolean
  /** Whether every bracket met its own kind. */
  readonly matched: boolean
  /** Set when the value ends in the middle: where to cut behind the last whole item, and what closes the rest. */
  readonly cut: { readonly at: number; readonly closers: string } | undefined
}

interface Frame {
  readonly closer: string
  /** Just behind the last whole child; undefined without one. */
  last: number | undefined
}

/** Follows the brackets from the one at `start`; undefined when they nest too deep. One pass over the text. */
export function outline(text: string, start: number): Outline | undefined {
  const frames: Frame[] = []
  let matched = true
  for (let index = start; index < text.length; index++) {
    const character = text[index]
    if (character === '"') index = endOfString(text, index)
    else if (character === '[' || character === '{') {
      if (frames.length >= maximumDepth) return undefined
      frames.push({ closer: character === '[' ? ']' : '}', last: undefined })
    } else if (character === ']' || character === '}') {
      matched = close(frames, character) && matched
      const parent = frames.at(-1)
      if (!parent) return { end: index + 1, closed: true, matched, cut: undefined }
      parent.last = index + 1
    } else if (character === ',') {
      const frame = frames.at(-1)
      if (frame) frame.last = index
    }
  }
  return { end: text.length, closed: false, matched, cut: lastWhole(frames) }
}

/** Takes off the frame that the bracket closes; a bracket that fits none is passed over. Whether it fitted at once. */
function close(frames: Frame[], closer: string): boolean {
  const index = frames.findLastIndex((frame) => frame.closer === closer)
  if (index < 0) return false
  const fits = index === frames.length - 1
  frames.length = index
  return fits
}

/** The outermost list, if it has a whole item: behind that one the text is cut, and all that is open is closed. */
function lastWhole(frames: readonly Frame[]): Outline['cut'] {
  const index = frames.findIndex((frame) => frame.closer === ']')
  const at = frames[index]?.last
  if (at === undefined) return undefined
  const closers = frames.slice(0, index + 1).map((frame) => frame.closer)
  return { at, closers: closers.toReversed().join('') }
}

/** Index of the closing quote; the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '"') return index
  }
  return text.length
}
