import type { FailureCode } from '../failure.ts'
import type { Saying } from '../saying.ts'
import type { JobState, Standing, WaitingReason } from './standing.ts'

/** How a picture came in. */
export const jobSources = ['file', 'paste', 'capture', 'url', 'folder', 'document'] as const
export type JobSource = (typeof jobSources)[number]

/** Who goes first: the smaller number. A person who waits at the screen, other single jobs, batches. */
export const priorities = { person: 0, normal: 10, batch: 20 } as const
export type Priority = keyof typeof priorities

/** The engine of on-device reading; every other engine is the id of a vision preset. */
export const deviceEngine = 'device'

/** Which jobs share their turns: one reading at a time on this machine, several calls over the network. */
export type Lane = 'device' | 'vision'

/** What is asked of one picture. */
export interface NewJob {
  /** SHA-256 of its bytes in hex; the library keeps it already. */
  readonly picture: string
  /** For people: the file's name. */
  readonly name: string
  readonly source: JobSource
  /** Path or address that it came from. */
  readonly origin?: string | undefined
  /** Page of a document, from 1. */
  readonly page?: number | undefined
  /** `read` on this machine, else the name of a task. */
  readonly task: string
  /** `device`, or the id of a preset. */
  readonly engine: string
  readonly model?: string | undefined
  /** The task's options as JSON. */
  readonly parameters: Readonly<Record<string, unknown>>
  readonly batch?: number | undefined
  /** Default: `batch` for jobs of a batch, else `normal`. */
  readonly priority?: Priority | undefined
}

/** A failure as it is kept: without its cause. */
export interface SavedFailure {
  readonly code: FailureCode
  readonly message: string
  readonly advice: string | undefined
  readonly saying?: Saying | undefined
}

/** One picture, what is asked of it, and where that stands. Times are milliseconds since 1970. */
export interface Job extends Standing {
  readonly id: number
  readonly uid: string
  readonly picture: string
  readonly batch: number | undefined
  readonly name: string
  readonly source: JobSource
  readonly origin: string | undefined
  readonly page: number | undefined
  readonly task: string
  readonly engine: string
  readonly model: string | undefined
  readonly parameters: Readonly<Record<string, unknown>>
  readonly priority: number
  /** Why it failed, waits or is unsure, where a failure says so. */
  readonly failure: SavedFailure | undefined
  readonly created: number
  readonly started: number | undefined
  readonly finished: number | undefined
}

/** What the work of a job cost. */
export interface JobUsage {
  readonly calls?: number | undefined
  readonly promptTokens?: number | undefined
  /** Of the pictures among them, as it was estimated before they were sent. */
  readonly estimatedTokens?: number | undefined
  readonly completionTokens?: number | undefined
  readonly sentBytes?: number | undefined
  readonly milliseconds?: number | undefined
  /** As the provider names it. */
  readonly model?: string | undefined
  /** Calls that remain today, where the provider said so: of the account, and of the model. */
  readonly remaining?: { readonly account?: number | undefined; readonly model?: number | undefined } | undefined
}

/** What came of a job. */
export interface JobResult {
  readonly kind: 'reading' | 'text' | 'boxes' | 'chart' | 'tables'
  /** What is shown, copied and searched. */
  readonly text: string
  /** A reading for `reading`, else a task's result. */
  readonly body: unknown
  readonly usage?: JobUsage | undefined
}

/** How many jobs stand where. */
export interface JobCounts {
  readonly states: Readonly<Record<JobState, number>>
  /** Of those that wait, by reason. */
  readonly waiting: Readonly<Partial<Record<WaitingReason, number>>>
}

/** Lane of an engine. */
export function laneOf(engine: string): Lane {
  return engine === deviceEngine ? 'device' : 'vision'
}
