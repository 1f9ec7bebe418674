import type { BatchStatus, JobState, QueueProgress } from '../../../preload/contract/jobs.ts'

/** How far a batch is, in numbers of files. */
export interface BatchProgress {
  /** Files that became jobs. While a folder is being listed it still grows. */
  readonly total: number
  readonly done: number
  readonly failed: number
  /** They wait for something, or for a person's word. */
  readonly waiting: number
  /** Queued or running. */
  readonly open: number
  readonly cancelled: number
  /** 0 to 1; what was cancelled counts as settled. 1 for a batch of nothing. */
  readonly part: number
  /** Nothing is left to do. */
  readonly isSettled: boolean
}

export function progressOf({
  states,
  listed,
  watched
}: Pick<BatchStatus, 'states' | 'listed' | 'watched'>): BatchProgress {
  const { queued, running, waiting, unsure, done, failed, cancelled } = states
  const total = queued + running + waiting + unsure + done + failed + cancelled
  const settled = done + failed + cancelled
  return {
    total,
    done,
    failed,
    waiting: waiting + unsure,
    open: queued + running,
    cancelled,
    part: total === 0 ? (listed ? 1 : 0) : settled / total,
    isSettled: settled === total && listed && !watched
  }
}

/** Whole seconds, in milliseconds, until the batch is done, by the queue's rate; undefined where nobody can tell. */
export function timeLeft(
  { states, paused }: Pick<BatchStatus, 'states' | 'paused'>,
  { rate }: QueueProgress,
  isQueuePaused: boolean
): number | undefined {
  const left = states.queued + states.running
  if (paused || isQueuePaused || left === 0 || rate === undefined || rate <= 0) return undefined
  return inSeconds((left / rate) * 1000)
}

/** An estimate has no tenths. In milliseconds. */
export function inSeconds(time: number): number {
  return Math.ceil(time / 1000) * 1000
}

/** Which files of a batch are listed. */
export const fileChoices = ['all', 'open', 'done', 'failed'] as const
export type FileChoice = (typeof fileChoices)[number]

/** The states behind a choice; undefined for all. */
export const choiceStates: Readonly<Record<FileChoice, readonly JobState[] | undefined>> = {
  all: undefined,
  open: ['queued', 'running', 'waiting', 'unsure'],
  done: ['done'],
  failed: ['failed', 'cancelled']
}
