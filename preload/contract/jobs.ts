import { z } from 'zod'
import { ask, subject } from './ask.ts'
import type { Problem, Said } from './result.ts'
import { id, ids, nothing } from './schemas.ts'

export const jobStates = ['queued', 'running', 'waiting', 'done', 'failed', 'cancelled', 'unsure'] as const
export type JobState = (typeof jobStates)[number]

/** Which jobs are meant; each field narrows. */
const which = z.strictObject({
  ids: ids.optional(),
  batch: id.optional(),
  states: z.array(z.enum(jobStates)).min(1).max(7).optional()
})

export const jobsArguments = {
  /** Several subjects, folders and documents become a batch. */
  add: z.strictObject({
    subjects: z.array(subject).min(1).max(10_000),
    ask,
    /** Also what was asked before. */
    again: z.boolean().optional(),
    title: z.string().max(200).optional()
  }),
  /** What would go where, before it does. */
  preview: z.strictObject({ subject, ask }),
  change: z.strictObject({
    which,
    wish: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cancel') }),
      z.strictObject({ kind: z.literal('retry') }),
      /** Of the batch that is named, else of the whole queue. */
      z.strictObject({ kind: z.literal('pause') }),
      z.strictObject({ kind: z.literal('resume') }),
      z.strictObject({
        kind: z.literal('move'),
        engine: z.string().min(1).max(60),
        model: z.string().max(200).optional()
      }),
      /** Before another job that waits, or to the front of all. */
      z.strictObject({ kind: z.literal('reorder'), before: id.optional() }),
      /** A person's word on a call that may have been answered. */
      z.strictObject({ kind: z.literal('resolve'), answer: z.enum(['repeat', 'give-up']) }),
      /** No more files of a watched folder. */
      z.strictObject({ kind: z.literal('unwatch') })
    ])
  }),
  /** With a batch also its files that were refused. */
  status: z.union([nothing, z.strictObject({ batch: id })])
}

export interface AddedJobs {
  /** New entries, in the order of the subjects; empty for a batch, whose entries come one by one. */
  readonly entries: readonly number[]
  readonly batch?: number | undefined
  /** Subjects that have, or will have, an answer to the same question: the entry that holds it. */
  readonly known: readonly number[]
}

/** What goes out, and what it costs. */
export interface Preview {
  readonly provider: string
  /** Host and port; empty when nothing leaves this machine. */
  readonly host: string
  readonly isLoopback: boolean
  readonly model: string
  readonly calls: number
  /** Of all pictures, before base64. */
  readonly bytes: number
  /** Of all pictures, estimated by the provider's rule. */
  readonly tokens: number
  /** Each picture as it will be sent; `address` shows it. */
  readonly shots: readonly {
    readonly width: number
    readonly height: number
    readonly format: string
    readonly bytes: number
    readonly address: string
  }[]
  /** Text that was read on this machine goes along. */
  readonly localText: boolean
  readonly notices: readonly Said[]
  /** Calls that remain today before this one; undefined where nobody can tell. */
  readonly remaining: number | undefined
  /** When the quota begins anew, in milliseconds since 1970. */
  readonly renewed: number | undefined
}

export interface BatchStatus {
  readonly id: number
  readonly title: string
  readonly source: string
  readonly created: number
  readonly paused: boolean
  readonly watched: boolean
  /** Whether every file had its turn: only jobs are left. */
  readonly listed: boolean
  readonly states: Readonly<Record<JobState, number>>
  readonly refused: number
}

export interface QueueStatus {
  readonly paused: boolean
  readonly states: Readonly<Record<JobState, number>>
  /** Of those that wait, by reason. */
  readonly waiting: Readonly<Record<string, number>>
  readonly progress: QueueProgress
  /** The latest first. */
  readonly batches: readonly BatchStatus[]
  /** Files of the batch that was named of which no job could be made. */
  readonly refusals: readonly { readonly path: string; readonly problem: Problem }[]
}

export interface QueueProgress {
  readonly done: number
  readonly failed: number
  readonly remaining: number
  /** Jobs a second. */
  readonly rate: number | undefined
  /** Milliseconds. */
  readonly timeLeft: number | undefined
}

export interface JobsResults {
  add: AddedJobs
  preview: Preview
  change: { readonly count: number }
  status: QueueStatus
}

export type JobsEvent =
  /** Some jobs stand elsewhere; undefined: any may. */
  | { readonly kind: 'changed'; readonly ids: readonly number[] | undefined }
  /** More of the answer of an entry. */
  | { readonly kind: 'text'; readonly id: number; readonly delta: string }
  /** It is tried again: what was shown of the answer is void. */
  | { readonly kind: 'again'; readonly id: number }
  /** How far one is, 0 to 1. */
  | { readonly kind: 'working'; readonly id: number; readonly done: number }
  | { readonly kind: 'progress'; readonly progress: QueueProgress }
