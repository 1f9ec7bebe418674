import type { Failure } from '../../failure.ts'
import type { Store } from '../../store/store.ts'
import { type Bell, createBell } from '../bell.ts'
import { type EngineRules, type Forecast, forecastOf, type Plan } from '../forecast.ts'
import type { Job, JobCounts, JobUsage, NewJob } from '../job.ts'
import { ownerName } from '../owner.ts'
import type { awaited } from '../state.ts'
import { type Added, addJob, knownJob } from './add.ts'
import { addBatch, type Batch, findBatch, listBatches, type NewBatch, pauseBatch, unwatchBatch } from './batches.ts'
import { change } from './change.ts'
import { type Callee, countCall, counterOfModel, countersOfToday, countTokens } from './counters.ts'
import {
  addRefusal,
  dropRefusal,
  finishDocument,
  isListed,
  listRefusals,
  originsOf,
  picturesOf,
  type Refusal,
  setListed
} from './intakes.ts'
import { countJobs, eachJob, findJob, type ListOptions, listJobs } from './lists.ts'
import { begin } from './long-wish.ts'
import { type Place, placeJob } from './order.ts'
import { type BatchOverview, overviewOfBatches } from './overview.ts'
import { isPaused, rememberRemaining, setPaused, toldRemaining } from './settings.ts'
import { cancelJobs, moveJobs, retryJobs, type Selection, type Target } from './wishes.ts'
import { createWishing, type Wishing } from './wishing.ts'
import { createWork, type Work } from './work.ts'

/**
 * The durable queue. Several processes may have one on the same library at once. Every function is done, and on the disk,
 * when it returns; all may throw `disk` and `library-busy`.
 */
export interface Queue extends Wishing {
  /** With `force`, also what was asked before. */
  readonly add: (job: NewJob, options?: { readonly force?: boolean }) => Added
  /** The job that has, or will have, the answer to the same question. */
  readonly known: (job: NewJob) => Extract<Added, { kind: 'existing' }> | undefined
  readonly get: (id: number) => Job | undefined
  readonly list: (options?: ListOptions) => readonly Job[]
  /** All of a selection by their numbers, without holding anything up. */
  readonly each: (which: Selection) => AsyncIterable<Job>
  readonly counts: (which?: Selection) => JobCounts
  /** Also what runs: its runner, in whichever process, is told. Answers how many. */
  readonly cancel: (which: Selection) => number
  /** Queues anew what failed, was cancelled or waits. Answers how many. */
  readonly retry: (which: Selection) => number
  /** A person's word on a call that may have been answered. False when the job is not unsure. */
  readonly resolveUnsure: (id: number, answer: 'repeat' | 'give-up') => boolean
  /** To another engine or model, and into the queue. Answers how many. */
  readonly move: (which: Selection, target: Target) => number
  /** False when the job, or the one that it should go before, does not wait for its turn. */
  readonly reorder: (id: number, place: Place) => boolean
  readonly pause: () => void
  /** Also ends the waiting of jobs that were stopped until a person decides. */
  readonly resume: () => void
  readonly paused: () => boolean
  /** Something that jobs wait for has come; for one engine when it is named. Answers how many go on at once. */
  readonly wake: (event: keyof typeof awaited, engine?: string) => number
  /** What a number of calls will cost, and what remains of today's quota. */
  readonly forecast: (callee: Callee, plan: Plan) => Forecast
  /** Counts a call that was made outside of the queue, when the provider has accepted it, so that forecasts know of it. */
  readonly countCall: (callee: Callee) => void
  /** Counts what a call outside of the queue cost; the call itself has been counted. */
  readonly countUsage: (callee: Callee, usage: JobUsage) => void
  readonly batches: {
    readonly add: (batch: NewBatch) => Batch
    readonly get: (id: number) => Batch | undefined
    readonly list: () => readonly Batch[]
    /** The latest ones with the states of their jobs, quickly. */
    readonly overview: () => readonly BatchOverview[]
    readonly pause: (id: number) => boolean
    readonly resume: (id: number) => boolean
    readonly unwatch: (id: number) => boolean
    /** Whether every file has had its turn: only jobs are left. */
    readonly listed: (id: number) => boolean
    readonly setListed: (id: number) => void
    /** A file of which no job could be made, and why. */
    readonly refused: (id: number, path: string, failure: Failure) => void
    /** A file that was refused before is taken. */
    readonly accepted: (id: number, path: string) => void
    readonly refusals: (id: number) => readonly Refusal[]
    /** Every page of a document has a job. */
    readonly finished: (id: number, path: string) => void
    /** Paths of its files that have jobs, and of documents that are finished, with the time of the latest. */
    readonly origins: (id: number) => Promise<ReadonlyMap<string, number>>
    /** Ids of the pictures that have jobs in it. */
    readonly pictures: (id: number) => Promise<ReadonlySet<string>>
  }
  /** For runners. */
  readonly work: Work
  /** Hears that something changed, here or in another process; answers the function that stops it. */
  readonly subscribe: (changed: () => void) => () => void
  /** Tells other processes, and those who subscribed, that something changed. */
  readonly announce: () => void
}

export interface QueueOptions {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** What the provider behind an engine allows. */
  readonly rules?: (engine: string) => EngineRules | undefined
  readonly bell?: Bell
}

/** The queue on an open store. */
export function createQueue({ store, now = Date.now, rules, bell }: QueueOptions): Queue {
  const chime = bell ?? createBell(store.places.bell)
  const days = (engine: string): number => rules?.(engine)?.resetOffsetMinutes ?? 0
  const listeners = new Set<() => void>()
  const announce = (): void => {
    chime.ring()
    for (const listener of listeners) listener()
  }
  /** Writes in one transaction, then tells. */
  const wish = <T>(work: () => T): T => {
    const value = store.transaction(work)
    announce()
    return value
  }
  return {
    add: (job, { force = false } = {}) => {
      const added = addJob(store, job, force, now())
      if (added.kind === 'added') announce()
      return added
    },
    known: (job) => knownJob(store, job),
    get: (id) => findJob(store, id),
    list: (options = {}) => listJobs(store, options),
    each: (which) => eachJob(store, which),
    counts: (which = {}) => countJobs(store, which),
    cancel: (which) => wish(() => cancelJobs(store, which, now())),
    retry: (which) => wish(() => retryJobs(store, which)),
    ...createWishing({ store, now, announce }),
    resolveUnsure: (id, answer) =>
      wish(() => change(store, id, { kind: 'resolve', answer }, { now: now() }) !== undefined),
    move: (which, target) => wish(() => moveJobs(store, which, target)),
    reorder: (id, place) => wish(() => placeJob(store, id, place)),
    pause: () => wish(() => setPaused(store, true)),
    resume: () =>
      wish(() => {
        setPaused(store, false)
        begin(store, { kind: 'wake', event: 'resume' }, now())
      }),
    paused: () => isPaused(store),
    wake: (event, engine) => wish(() => begin(store, { kind: 'wake', event, engine }, now())),
    forecast: (callee, plan) => {
      const today = countersOfToday(store, callee, days, now())
      const known = {
        rules: rules?.(callee.engine) ?? {},
        callsOfEngine: today.endpoint.calls,
        callsOfModel: today.model.calls,
        told: toldRemaining(store, callee, days, now()),
        history: counterOfModel(store, callee)
      }
      return forecastOf(plan, known, now())
    },
    countCall: (callee) => store.transaction(() => countCall(store, callee, days, now())),
    countUsage: (callee, usage) =>
      store.transaction(() => {
        countTokens(store, callee, usage, days, now())
        if (usage.remaining) rememberRemaining(store, callee, usage.remaining, days, now())
      }),
    batches: {
      add: (batch) => addBatch(store, batch, now()),
      get: (id) => findBatch(store, id),
      list: () => listBatches(store),
      overview: () => overviewOfBatches(store),
      pause: (id) => wish(() => pauseBatch(store, id, true)),
      resume: (id) =>
        wish(() => {
          begin(store, { kind: 'wake', event: 'resume', batch: id }, now())
          return pauseBatch(store, id, false)
        }),
      unwatch: (id) => wish(() => unwatchBatch(store, id)),
      listed: (id) => isListed(store, id),
      setListed: (id) => wish(() => setListed(store, id)),
      refused: (id, path, failure) => wish(() => addRefusal(store, id, path, failure)),
      accepted: (id, path) => dropRefusal(store, id, path),
      refusals: (id) => listRefusals(store, id),
      finished: (id, path) => finishDocument(store, id, path, now()),
      origins: (id) => originsOf(store, id),
      pictures: (id) => picturesOf(store, id)
    },
    work: createWork({ store, owner: ownerName(), now, days }),
    subscribe: (changed) => {
      listeners.add(changed)
      const stop = chime.listen(changed)
      return () => {
        listeners.delete(changed)
        stop()
      }
    },
    announce
  }
}
