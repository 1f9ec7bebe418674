import type { SQLInputValue } from 'node:sqlite'
import type { Connection } from '../../store/connection.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { JobState, WaitingReason } from '../standing.ts'
import { awaited } from '../state.ts'
import type { Hold } from '../waiting.ts'
import type { Callee } from './counters.ts'
import { dropParts } from './results.ts'
import { jobOf, parseJobRow } from './rows.ts'

/** Which jobs are meant. Each field narrows; none means all that are not hidden. */
export interface Selection {
  readonly ids?: readonly number[] | undefined
  readonly batch?: number | undefined
  readonly states?: readonly JobState[] | undefined
  /** Numbers above this, and up to that. */
  readonly after?: number | undefined
  readonly upTo?: number | undefined
}

/** What a job is moved to. */
export interface Target {
  readonly engine: string
  readonly model?: string | undefined
  /** When the other engine calls it otherwise: `read` on this machine is `ocr` elsewhere. */
  readonly task?: string | undefined
}

/** Condition and values of a selection; only what narrows stands in it, so that an index can be used. */
export function selection({ ids, batch, states, after, upTo }: Selection): Selected {
  const conditions = ['hidden IS NULL']
  const values: Record<string, SQLInputValue> = {}
  if (ids !== undefined) {
    conditions.push('id IN (SELECT value FROM json_each(:ids))')
    values['ids'] = JSON.stringify(ids)
  }
  if (batch !== undefined) {
    // The plus keeps the index of batches out where a few numbers narrow more.
    conditions.push(after === undefined ? 'batch = :batch' : '+batch = :batch')
    values['batch'] = batch
  }
  if (states !== undefined) {
    conditions.push('state IN (SELECT value FROM json_each(:states))')
    values['states'] = JSON.stringify(states)
  }
  if (after !== undefined) {
    conditions.push('id > :after')
    values['after'] = after
  }
  if (upTo !== undefined) {
    conditions.push('id <= :upTo')
    values['upTo'] = upTo
  }
  return { condition: conditions.join(' AND '), values }
}

interface Selected {
  readonly condition: string
  readonly values: Readonly<Record<string, SQLInputValue>>
}

const queued = `state = 'queued', reason = NULL, not_before = NULL, attempts = 0, call = NULL, lease_owner = NULL,
  lease_until = NULL, failure = NULL, started = NULL, finished = NULL`

// The statements below change many jobs at once; what they do to one is what `nextState` says, which the tests compare.

/** Ends all that is not ended; answers how many jobs. */
export function cancelJobs(database: Connection, which: Selection, now: number): number {
  const { condition, values } = selection(which)
  return database.run(
    `UPDATE job SET state = 'cancelled', reason = NULL, not_before = NULL, call = NULL, lease_owner = NULL,
      lease_until = NULL, finished = :now
    WHERE state IN ('queued', 'running', 'waiting', 'unsure') AND ${condition}`,
    { ...values, now }
  ).changes
}

/** Queues anew what failed, was cancelled or waits. */
export function retryJobs(database: Connection, which: Selection): number {
  const { condition, values } = selection(which)
  return database.run(
    `UPDATE job SET ${queued} WHERE state IN ('failed', 'cancelled', 'waiting') AND ${condition}`,
    values
  ).changes
}

/** Queues what waits for an event that has come; of one engine only when it is named. */
export function wakeJobs(
  database: Connection,
  event: keyof typeof awaited,
  which: Selection & { engine?: string }
): number {
  const { condition, values } = selection(which)
  const reason: WaitingReason = awaited[event]
  return database.run(
    `UPDATE job SET state = 'queued', reason = NULL, not_before = NULL
    WHERE state = 'waiting' AND reason = :reason AND (:engine IS NULL OR engine = :engine) AND ${condition}`,
    { ...values, reason, engine: which.engine ?? null }
  ).changes
}

/** Lets the queued jobs of an engine, or of one model of it, wait; answers how many. `failure` is its saved text. */
export function holdJobs(database: Connection, callee: Callee, hold: Hold, failure: string | null): number {
  return database.run(
    `UPDATE job SET state = 'waiting', reason = :reason, not_before = :notBefore, failure = coalesce(:failure, failure)
    WHERE state = 'queued' AND engine = :engine AND (:whole OR model IS :model)`,
    {
      reason: hold.reason,
      notBefore: hold.notBefore ?? null,
      failure,
      engine: callee.engine,
      model: callee.model ?? null,
      whole: hold.scope === 'engine' ? 1 : 0
    }
  ).changes
}

/** Gives jobs that are not running, done or unsure to another engine or model, and queues them; answers how many. */
export function moveJobs(database: Connection, which: Selection, target: Target): number {
  const { condition, values } = selection(which)
  const movable = `SELECT * FROM job WHERE state IN ('queued', 'waiting', 'failed', 'cancelled') AND ${condition}`
  const move = `UPDATE job SET ${queued}, engine = :engine, model = :model, task = :task, fingerprint = :fingerprint
    WHERE id = :id`
  const jobs = database.all(movable, values).map((row) => jobOf(parseJobRow(row)))
  for (const job of jobs) {
    const moved = { ...job, engine: target.engine, model: target.model, task: target.task ?? job.task }
    dropParts(database, job.id)
    database.run(move, {
      id: job.id,
      engine: moved.engine,
      model: moved.model ?? null,
      task: moved.task,
      fingerprint: fingerprintOf(moved)
    })
  }
  return jobs.length
}
