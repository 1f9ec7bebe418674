import type { TaskName, TaskOptions } from './options.ts'
import type { PixelBox, TaskResult } from './result.ts'

/** What a prompt may lean on besides the options. */
export interface PromptContext {
  readonly language: 'en' | 'zh-CN'
  /** Text that was read on this machine, marked as such; only for tasks with `localText`. */
  readonly localText: string | undefined
  /** How the model counts boxes, so that the prompt asks for the right one. */
  readonly boxes: BoxSpace
  /** Set when one tile of a larger picture is sent, with the whole behind it, small. `area` is in shares of the whole, 0 to 1. */
  readonly tile: { readonly index: number; readonly count: number; readonly area: PixelBox } | undefined
  /** How many parts of it in native pixels follow the whole picture in the same message. */
  readonly parts?: number
}

/**
 * How a model writes the corners of a box. `thousand`: x1,y1,x2,y2 on a grid of 0 to 1000 over the picture that it was
 * sent (Qwen3-VL). `thousand-y-first`: y1,x1,y2,x2 on that grid (Gemma). `pixels`: pixels of the picture that it was sent
 * (Qwen2.5-VL). `unit`: 0 to 1.
 */
export type BoxSpace = 'thousand' | 'thousand-y-first' | 'pixels' | 'unit'

/** What a parser knows of the request besides the answer's text. */
export interface ParseContext {
  readonly options: TaskOptions
  /** The provider stopped at the limit of tokens or the connection ended: the last item may be half. */
  readonly truncated: boolean
  /**
   * Turns a box in the model's own numbers, in the order in which it wrote them, into pixels of the original; undefined
   * when nothing of it lies in the picture.
   */
  readonly toPixels: (numbers: readonly [number, number, number, number]) => PixelBox | undefined
}

/** One thing that can be asked of a picture. Pure: prompts out, answers in. */
export interface Task {
  readonly name: TaskName
  /**
   * How much of the picture the task needs: `fit` is content with one fitted picture, `detail` wants native pixels and
   * may be sent in tiles.
   */
  readonly picture: 'fit' | 'detail'
  /** Whether text that was read on this machine helps. */
  readonly localText: boolean
  /** Where it differs from the defaults; `maxTokens` is the room that its answers need. */
  readonly sampling?: { readonly temperature?: number; readonly maxTokens?: number }
  /** Throws `Failure` with code `usage` when an option is missing, for example the question of `ask`. */
  readonly prompt: (options: TaskOptions, context: PromptContext) => string
  /**
   * Never throws for what a model says: an answer that has nothing of the expected shape becomes a text result with a
   * notice. `text` is not blank and holds no thinking.
   */
  readonly parse: (text: string, context: ParseContext) => TaskResult
  /**
   * Joins the results of overlapping tiles, each of which had a call of its own, in reading order. A task without it gets
   * all tiles in one call beside the whole picture, because its answer needs all of them.
   */
  readonly merge?: (results: readonly { readonly result: TaskResult; readonly tile: PixelBox }[]) => TaskResult
}
