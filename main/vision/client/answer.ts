import type { Usage } from '../chat.ts'
import type { Piece } from './chunk.ts'
import { createThinkingSplitter, type Split } from './thinking.ts'

/** Characters of an answer that are taken; 32,768 tokens are some 130,000. */
const longestText = 2_000_000
/** Characters of thinking that are kept; the rest is only counted. */
const longestThinking = 1_000_000

/** An answer while it grows. */
export interface Draft {
  /** Takes a piece; returns what of it is answer, to be shown. */
  readonly add: (piece: Piece) => string
  /** Nothing more comes. Returns what was held back of the answer. */
  readonly end: () => string
  readonly text: () => string
  readonly thinking: () => string
  readonly thinkingCharacters: () => number
  readonly finish: () => string | undefined
  readonly usage: () => Usage | undefined
  readonly model: () => string | undefined
  /** No more is taken, because the answer is longer than anybody asked for or because `cut` was called. */
  readonly full: () => boolean
  /** Ends the answer here: the rest of it is not to be had. */
  readonly cut: () => void
}

/** An empty draft. */
export function createDraft(): Draft {
  const splitter = createThinkingSplitter()
  let text = ''
  let thinking = ''
  let thinkingCharacters = 0
  let finish: string | undefined
  let usage: Usage | undefined
  let model: string | undefined
  let cut = false
  const think = (more: string) => {
    thinkingCharacters += more.length
    thinking += more.slice(0, Math.max(0, longestThinking - thinking.length))
  }
  const take = (split: Split): string => {
    think(split.thinking)
    const taken = split.text.slice(0, longestText - text.length)
    text += taken
    return taken
  }
  return {
    add(piece) {
      finish = piece.finish ?? finish
      usage = piece.usage ?? usage
      model = piece.model ?? model
      think(piece.thinking)
      return piece.text === '' ? '' : take(splitter.push(piece.text))
    },
    end: () => take(splitter.end()),
    text: () => text,
    thinking: () => thinking,
    thinkingCharacters: () => thinkingCharacters,
    finish: () => finish,
    usage: () => usage,
    model: () => model,
    full: () => cut || text.length >= longestText,
    cut: () => {
      cut = true
    }
  }
}
