import type { EncodedFacts } from '../../../main/engine/protocol/view.ts'

/** `as it is`: in its own size. `fitted`: as the plan for ModelScope shows it. */
export type Shown = 'as it is' | 'fitted'

/** One picture shown in one way, encoded in both ways. */
export interface Row {
  readonly name: string
  readonly isPhoto: boolean
  readonly shown: Shown
  readonly width: number
  readonly height: number
  readonly original: Way
  readonly ours: OurWay
}

export interface Way {
  /** Median. */
  readonly milliseconds: number
  /** Median of processor time in milliseconds, which others on the machine disturb less. */
  readonly processor: number
  readonly bytes: number
  /** Image tokens on ModelScope; NaN where it refuses the size. */
  readonly tokens: number
  /** Against the pixels to be shown: decibels, infinite when exact. */
  readonly likeness: number
}

export interface OurWay extends Way, Pick<EncodedFacts, 'format' | 'fidelity'> {
  /** Median of asking the engine process and getting the file back. */
  readonly engineMilliseconds: number
  /** Characters that Glyphlens reads otherwise than in the pixels to be shown. */
  readonly misread: number
}
