import type { Failure } from '../../failure.ts'
import type { Job, Lane } from '../job.ts'

/** Where the queue as a whole is. Counts are of this run of the runner, in this process. */
export interface Progress {
  readonly done: number
  readonly failed: number
  /** Queued or running, by anybody. */
  readonly remaining: Readonly<Record<Lane, number>>
  /** Jobs a second of both lanes; undefined before the first has ended. */
  readonly rate: number | undefined
  /** Milliseconds until nothing is left that need not wait; undefined while nobody can tell. */
  readonly timeLeft: number | undefined
}

/** What a runner tells. */
export type RunnerEvent =
  | { readonly kind: 'started'; readonly job: Job }
  | { readonly kind: 'text'; readonly id: number; readonly delta: string }
  /** It is asked once more: what was told of its answer is void. */
  | { readonly kind: 'again'; readonly id: number }
  | { readonly kind: 'working'; readonly id: number; readonly done: number }
  /** It left the runner: the job's state says how. */
  | { readonly kind: 'left'; readonly job: Job }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** The disk is full: nothing is taken until there is room. */
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'room-again' }
  /** The queue cannot be read or written; it is tried again. */
  | { readonly kind: 'trouble'; readonly failure: Failure }
  /** Nothing runs and nothing can be taken. `next`: when that changes by itself, milliseconds since 1970. */
  | { readonly kind: 'idle'; readonly next: number | undefined }
