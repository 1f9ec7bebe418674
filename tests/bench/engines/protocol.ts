import type { Segment } from '../score.ts'

/** What an engine is asked, one JSON object a line on its stdin. */
export interface Question {
  /** Absolute path of a picture. */
  readonly file: string
}

/** What it answers, one JSON object a line on its stdout; the first line is `{"ready": true}`. */
export interface Answer {
  /** The whole text in the engine's own reading order. */
  readonly text: string
  readonly segments: readonly Segment[]
  /** Milliseconds spent inside the networks and in all, where the engine tells. */
  readonly model?: number
  readonly total?: number
  /** It failed: the reason. */
  readonly error?: string
}

/** A loaded engine inside its process. */
export type Reader = (question: Question) => Promise<Answer>
