import type { TaskName, TaskOptions } from '../../tasks/options.ts'
import type { ChatAnswer, ChatEvent } from '../chat.ts'
import type { VisionFailure } from '../failure.ts'
import type { Meter } from '../metered.ts'
import type { Forecast } from './forecast.ts'

/** What is asked, of whom, and how. Everything has a default. */
export interface AnalyzeOptions extends Omit<TaskOptions, 'task'> {
  /** Default: `describe`, or `ask` when there is a question. */
  readonly task?: TaskName
  /** Id of a preset. Default: the preferred one. */
  readonly provider?: string
  /** Instead of the preset's address. */
  readonly baseUrl?: string
  /** Instead of the stored one and that of the environment. */
  readonly key?: string
  /** Any model id. Default: the provider's fast one, with `precise` its precise one. */
  readonly model?: string
  readonly precise?: boolean
  /** 0.1 to 1. Default: that of the task, else the preferred one, which is 0.7. */
  readonly temperature?: number
  /** 1 to 32,768 tokens of the answer. Default: what the task needs or the preference, which is 2048: the larger one. */
  readonly maxTokens?: number
  /** From 0.01 to 1. Default: the preferred one, which is 0.8. */
  readonly topP?: number
  /** Send a large picture as an overview and parts in full size, for tasks that need small text. Default: no. */
  readonly tiles?: boolean
  /** Whether text that was read on this machine goes along where it helps. Default: the preference. */
  readonly localText?: boolean
  /** Hand an http address on for the provider to fetch, instead of fetching it here. Default: no. */
  readonly passAddress?: boolean
}

/** How a call is watched and ended. */
export interface AnalyzeCallOptions {
  readonly signal?: AbortSignal
  /** Each new piece of the answer. Not called when a picture goes out in several calls: their answers are joined. */
  readonly onText?: (delta: string) => void
  readonly onEvent?: (event: AnalyzeEvent) => void
  /**
   * The longest wait in milliseconds between two tries; who has to wait longer fails, with the advice when to come back.
   * Default: 90 seconds, for somebody at the screen.
   */
  readonly patience?: number
  /** Hears of every call; the jobs of the queue count their own. */
  readonly meter?: Meter
  /** Answers of single calls that are kept outside, so that an analysis that broke off asks for none of them again. */
  readonly kept?: KeptAnswers
}

/** Keys tell calls apart by model and part of the picture. */
export interface KeptAnswers {
  readonly get: (key: string) => ChatAnswer | undefined
  /** Called before the next call is made; what it throws ends the analysis. */
  readonly save: (key: string, answer: ChatAnswer) => void
}

/** How far an analysis is. */
export type AnalyzeEvent =
  | { readonly kind: 'preparing'; readonly step: 'picture' | 'local-text' }
  /** All is ready; what goes out now. */
  | { readonly kind: 'forecast'; readonly forecast: Forecast }
  | { readonly kind: 'call'; readonly number: number; readonly of: number; readonly event: ChatEvent }
  /** It failed and is tried again, after so many milliseconds, perhaps otherwise. What was shown of the answer is void. */
  | {
      readonly kind: 'again'
      readonly failure: VisionFailure
      readonly afterMilliseconds: number
      /** The model that is asked instead, when it is another. */
      readonly model: string | undefined
    }
