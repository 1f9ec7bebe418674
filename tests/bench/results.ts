import type { EngineName } from './engines/list.ts'
import type { Memory } from './engines/process.ts'
import type { Category } from './generate/picture.ts'
import type { Score, WrongLine } from './score.ts'

export const setNames = ['tuning', 'held-out', 'pages', 'samples'] as const
export type SetName = (typeof setNames)[number]

/** What one engine made of one picture of a generated set. */
export interface Row {
  readonly set: SetName
  readonly picture: string
  readonly category: Category
  /** For example `1920x1080`; pictures of a crop's size are `crop`. */
  readonly size: string
  readonly engine: EngineName
  readonly score: Score
  /** Errors and characters of the whole text in the engine's own order. */
  readonly order: { readonly errors: number; readonly characters: number }
  /** Milliseconds of each sample, clean ones only when there are any. */
  readonly wall: readonly number[]
  readonly processor: readonly number[]
  /** Samples that others disturbed. */
  readonly disturbed: number
  /** Share of the time inside the networks, where the engine tells. */
  readonly model?: { readonly model: number; readonly total: number }
  readonly text: string
  readonly wrong: readonly WrongLine[]
  readonly error?: string
}

/** One cold start; `variant` tells starts of the same engine apart. */
export interface ColdStart {
  readonly engine: EngineName
  readonly variant: string
  readonly picture: string
  readonly milliseconds: number
  readonly memory: Memory
}

/** Figures on real pictures, as the scorer beside them gives them; rates 0 to 1. */
export interface RealScores {
  readonly all: RealScore
  readonly kinds: Readonly<Record<string, RealScore>>
}

export interface RealScore {
  readonly n: number
  /** Characters wrong in the whole text, white space removed. */
  readonly cerNs: number | null
  readonly wordRecall: number | null
  /** Lines found with at least nine tenths right. */
  readonly lineRecall90: number | null
}

/** One run of the bench, as written to `out/bench/read.json`. */
export interface Results {
  readonly when: string
  readonly node: string
  readonly processor: string
  /** Sets whose times count. */
  readonly timed: readonly SetName[]
  readonly rows: Row[]
  readonly cold: ColdStart[]
  readonly memory: Partial<Record<EngineName, Memory>>
  readonly real: Partial<Record<EngineName, RealScores>>
}
