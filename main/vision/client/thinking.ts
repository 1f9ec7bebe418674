/** Marks that models put around what they think aloud, when their server does not take it out. */
const marks = [
  ['<think>', '</think>'],
  ['<thinking>', '</thinking>'],
  ['◁think▷', '◁/think▷']
] as const

/** A part of the answer or of the thinking before it. */
export interface Split {
  readonly text: string
  readonly thinking: string
}

/** Takes thinking off the beginning of an answer that comes in pieces. */
export interface ThinkingSplitter {
  readonly push: (delta: string) => Split
  /** What was held back because a mark might have begun in it. */
  readonly end: () => Split
}

/**
 * Thinking stands at the very beginning or nowhere: a mark further on is content, for example text that was read from a
 * picture. A mark may be cut over any number of pieces.
 */
export function createThinkingSplitter(): ThinkingSplitter {
  let state: 'start' | 'thinking' | 'after' | 'text' = 'start'
  let closing = ''
  let held = ''

  const fromStart = (): Split => {
    const text = held.trimStart()
    const mark = marks.find(([opening]) => text.startsWith(opening))
    if (mark !== undefined) {
      state = 'thinking'
      closing = mark[1]
      held = text.slice(mark[0].length)
      return fromThinking()
    }
    if (marks.some(([opening]) => opening.startsWith(text))) return nothing
    state = 'text'
    return { text: take(), thinking: '' }
  }
  const fromThinking = (): Split => {
    const at = held.indexOf(closing)
    if (at === -1) {
      const keep = overlap(held, closing)
      const thinking = held.slice(0, held.length - keep)
      held = held.slice(held.length - keep)
      return { text: '', thinking }
    }
    const thinking = held.slice(0, at)
    held = held.slice(at + closing.length)
    state = 'after'
    return { text: afterThinking(), thinking }
  }
  /** The blank lines between thinking and answer belong to neither. */
  const afterThinking = (): string => {
    held = held.trimStart()
    if (held !== '') state = 'text'
    return take()
  }
  const take = (): string => {
    const text = held
    held = ''
    return text
  }

  return {
    push(delta) {
      held += delta
      if (state === 'text') return { text: take(), thinking: '' }
      if (state === 'after') return { text: afterThinking(), thinking: '' }
      return state === 'thinking' ? fromThinking() : fromStart()
    },
    end: () => (state === 'thinking' ? { text: '', thinking: take() } : { text: take(), thinking: '' })
  }
}

const nothing: Split = { text: '', thinking: '' }

/** Characters at the end of `text` with which `mark` begins. */
function overlap(text: string, mark: string): number {
  for (let length = Math.min(text.length, mark.length - 1); length > 0; length--) {
    if (text.endsWith(mark.slice(0, length))) return length
  }
  return 0
}
