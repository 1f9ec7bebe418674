import type { CaptureState } from '../flow/state.ts'
import type { CaptureMode } from '../mode.ts'

/** The parts of a capture that take time, in their order. */
export const stages = ['freezing', 'showing', 'selecting', 'asking', 'cropping', 'reading', 'delivering'] as const
export type Stage = (typeof stages)[number]

/** How long a capture spent in each stage that it has left, in milliseconds. */
export interface StageTimes {
  readonly mode: CaptureMode
  readonly spent: Readonly<Partial<Record<Stage, number>>>
}

/** The watch that runs along with a capture. */
export interface StageWatch extends StageTimes {
  readonly stage: CaptureState['kind']
  /** Milliseconds of a clock that never goes back. */
  readonly since: number
}

/** The hotkey was pressed. */
export function startWatch(mode: CaptureMode, now: number): StageWatch {
  return { mode, spent: {}, stage: 'freezing', since: now }
}

/** After each event of the flow, with the state it led to. */
export function arrived(watch: StageWatch, { kind }: Pick<CaptureState, 'kind'>, now: number): StageWatch {
  if (kind === watch.stage) return watch
  const { mode, stage, since } = watch
  const spent = stage === 'idle' ? watch.spent : { ...watch.spent, [stage]: Math.max(0, now - since) }
  return { mode, spent, stage: kind, since: now }
}
