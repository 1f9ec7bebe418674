import type { Job, JobResult, JobUsage, Lane } from '../job.ts'
import type { Part } from '../queue/results.ts'
import type { CallMark } from '../standing.ts'
import type { Hold, JobFailure } from '../waiting.ts'

/** What an executor tells while it works. What is marked or saved is on the disk when the function returns. */
export interface Execution {
  /** Aborted when the job was cancelled, was taken by another process, or the runner stops. */
  readonly signal: AbortSignal
  /**
   * `intended` before a paid call, `sent` when it goes out, `answering` at its first byte. Throws `cancelled` when the job
   * is not ours any more, and `disk` when it cannot be written down: the call must not be made then.
   */
  readonly mark: (mark: CallMark) => void
  /** Answers of single calls that earlier attempts have saved: they need not be asked for again. */
  readonly parts: readonly Part[]
  /**
   * For jobs of several calls: saves the answer of one before the next is made. Without it, a job that breaks off
   * after its first call asks the person whether to begin again. Throws as `mark`.
   */
  readonly savePart: (part: Part, usage?: JobUsage) => void
  /** More of the answer, for those who watch. */
  readonly onText: (delta: string) => void
  /** It is asked once more: what was told by `onText` is void. */
  readonly onAgain: () => void
  /** How far the work is, 0 to 1. */
  readonly onProgress: (done: number) => void
}

/** Why a job cannot run now, and what others that would meet the same wait for. */
export interface Obstacle extends Hold {
  /** What to tell the person. */
  readonly failure?: JobFailure
}

/** Does the work of jobs: the engine for readings, a client for calls. */
export interface Executor {
  /** Rejects with a `Failure`; one of a call with its advice about asking again. */
  readonly execute: (job: Job, execution: Execution) => Promise<JobResult>
  /** What stands in the way before anything is tried: no key, no network. Default: nothing. */
  readonly obstacle?: (job: Job) => Obstacle | undefined
}

export type Executors = Readonly<Record<Lane, Executor>>

/** What happens to the machine and the settings, as events. */
export type Condition =
  | { readonly kind: 'online' }
  /** The machine was asleep: no timer ran. */
  | { readonly kind: 'resumed' }
  | { readonly kind: 'key-added'; readonly engine: string }
  /** Files were deleted; default is to look from time to time while the disk is full. */
  | { readonly kind: 'room-again' }

/** Hears of conditions; answers the function that stops it. */
export type Conditions = (happened: (condition: Condition) => void) => () => void
