import type { Store } from '../../store/store.ts'
import { deviceEngine, type Job, type JobResult, type JobUsage, type Lane } from '../job.ts'
import type { CallMark, JobState } from '../standing.ts'
import type { JobEvent } from '../state.ts'
import { type Hold, holdOf, type JobFailure } from '../waiting.ts'
import { type Change, change } from './change.ts'
import { countCall, countTokens, type Days } from './counters.ts'
import { failureText } from './failures.ts'
import { begin, hasOpenWishes } from './long-wish.ts'
import { type Part, partsOf, savePart, saveResult } from './results.ts'
import type { JobRow } from './rows.ts'
import { isPaused, rememberRemaining } from './settings.ts'
import { heldJobs, nextTime, recoverJobs, renewLeases, type Turn, takeJob } from './take.ts'

/** The queue as a runner uses it. What it writes is on the disk when a function returns. All may throw `disk`. */
export interface Work {
  /** Name of this process in leases. */
  readonly owner: string
  /** The next job, leased to this process; undefined when none is ready. A paused queue has few: see `Turn`. */
  readonly take: (turn: Turn) => Job | undefined
  /** Of the jobs in work, those that are still this process's own. */
  readonly held: (busy: readonly number[]) => readonly number[]
  /** Renews the leases of the jobs in work; answers those that are still this process's own. */
  readonly renew: (busy: readonly number[]) => readonly number[]
  /** Takes up what dead and silent processes left behind, and jobs of this one but `busy`; answers how many. */
  readonly recover: (busy: readonly number[]) => number
  /** When a job becomes due or another process's lease ends; milliseconds since 1970. */
  readonly nextTime: () => number | undefined
  /** What is known of a paid call of the job. False: the job is not ours any more, and the call must not be made. */
  readonly mark: (id: number, mark: CallMark) => boolean
  /** Saves the answer of one call of several. False: the job is not ours any more. */
  readonly savePart: (id: number, part: Part, usage: JobUsage | undefined) => boolean
  /** Answers that earlier attempts have saved, oldest first. */
  readonly parts: (id: number) => readonly Part[]
  /** Saves the result and ends the job, both or neither. False: it is not ours any more, and nothing was saved. */
  readonly finish: (id: number, result: JobResult) => boolean
  /** What becomes of the job; jobs that would fail alike are held as well. Undefined: it is not ours any more. */
  readonly fail: (id: number, failure: JobFailure) => JobState | undefined
  /** The job, and all that would meet the same obstacle, wait; no attempt is counted. */
  readonly hold: (job: Job, hold: Hold, failure: JobFailure | undefined) => void
  /** Gives the job back. */
  readonly release: (id: number) => void
  /** Jobs that are queued or running. */
  readonly open: () => Readonly<Record<Lane, number>>
}

export interface WorkOptions {
  readonly store: Store
  readonly owner: string
  readonly now: () => number
  readonly days: Days
}

const markEvents = {
  intended: { kind: 'call-intended' },
  sent: { kind: 'call-sent' },
  answering: { kind: 'call-answering' }
} as const satisfies Record<CallMark, JobEvent>

/** The runner's side of the queue. */
export function createWork({ store, owner, now, days }: WorkOptions): Work {
  const ours = (id: number, event: JobEvent, then?: (changed: Change) => void): Change | undefined =>
    store.transaction(() => {
      const changed = change(store, id, event, { now: now(), holder: owner })
      if (changed !== undefined) then?.(changed)
      return changed
    })

  const countUsage = (row: JobRow, usage: JobUsage | undefined): void => {
    if (usage === undefined) return
    countTokens(store, row, usage, days, now())
    if (usage.remaining !== undefined) rememberRemaining(store, row, usage.remaining, days, now())
  }

  const holdAlike = ({ engine, model }: JobRow, hold: Hold, failure: string | null): void => {
    begin(store, { kind: 'hold', callee: { engine, model }, hold, failure }, now())
  }

  return {
    owner,
    take: (turn) =>
      store.transaction(() => {
        if (!hasOpenWishes(store)) begin(store, { kind: 'wake', event: 'due' }, now())
        // What was cancelled, moved or held is not taken up while that is being done.
        const paused = isPaused(store) || hasOpenWishes(store)
        return takeJob(store, { ...turn, paused }, owner, now())
      }),
    held: (busy) => heldJobs(store, owner, busy),
    renew: (busy) => store.transaction(() => renewLeases(store, owner, busy, now())),
    recover: (busy) => store.transaction(() => recoverJobs(store, { owner, busy, days, now: now() })),
    nextTime: () => nextTime(store, owner, now()),
    mark: (id, mark) =>
      ours(id, markEvents[mark], ({ row }) => {
        if (mark === 'answering') countCall(store, row, days, now())
      }) !== undefined,
    savePart: (id, part, usage) =>
      ours(id, { kind: 'call-saved' }, ({ row }) => {
        savePart(store, id, part, now())
        countUsage(row, usage)
      }) !== undefined,
    parts: (id) => partsOf(store, id),
    finish: (id, result) =>
      ours(id, { kind: 'finish' }, ({ row }) => {
        saveResult(store, id, result, now())
        countUsage(row, result.usage)
      }) !== undefined,
    fail: (id, failure) =>
      ours(id, { kind: 'fail', failure }, ({ row, standing }) => {
        if (standing.state === 'unsure' && row.call !== 'answering') countCall(store, row, days, now())
        const hold = holdOf(failure, standing.attempts, now())
        if (hold !== undefined) holdAlike(row, hold, failureText(failure))
      })?.standing.state,
    hold: (job, { scope, reason, notBefore }, failure) => {
      ours(job.id, { kind: 'hold', reason, notBefore, failure }, ({ row }) => {
        holdAlike(row, { scope, reason, notBefore }, failure === undefined ? null : failureText(failure))
      })
    },
    release: (id) => {
      ours(id, { kind: 'release' }, ({ row, standing }) => {
        if (standing.state === 'unsure' && row.call === 'sent') countCall(store, row, days, now())
      })
    },
    open: () => openJobs(store)
  }
}

/** Along an index alone: it is asked whenever a job has ended. */
function openJobs(store: Store): Record<Lane, number> {
  const { every, device } = store.get(
    `SELECT count(*) AS every, coalesce(sum(engine = '${deviceEngine}'), 0) AS device FROM job
    WHERE state IN ('queued', 'running') AND hidden IS NULL`
  ) ?? { every: 0, device: 0 }
  return { device: Number(device), vision: Number(every) - Number(device) }
}
