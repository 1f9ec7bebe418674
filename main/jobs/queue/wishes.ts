import type { SQLInputValue } from 'node:sqlite'
import type { Connection } from '../../store/connection.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { JobState } from '../standing.ts'
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

/**
 * Condition and values of a selection; only what narrows stands in it, so that an index can be used. By numbers the table
 * itself is quickest, whatever else narrows.
 */
export function selection({ ids, batch, states, after, upTo }: Selection): Selected & { readonly table: string } {
  const conditions = ['hidden IS NULL']
  const values: Record<string, SQLInputValue> = {}
  if (ids !== undefined) {
    conditions.push('id IN (SELECT value FROM json_each(:ids))')
    values['ids'] = JSON.stringify(ids)
  }
  if (batch !== undefined) {
    conditions.push('batch = :batch')
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
  const table = after === undefined ? 'job' : 'job NOT INDEXED'
  return { table, condition: conditions.join(' AND '), values }
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
  const { table, condition, values } = selection(which)
  return database.run(
    `UPDATE ${table} SET state = 'cancelled', reason = NULL, not_before = NULL, call = NULL, lease_owner = NULL,
      lease_until = NULL, finished = :now
    WHERE state IN ('queued', 'running', 'waiting', 'unsure') AND ${condition}`,
    { ...values, now }
  ).changes
}

/** Queues anew what failed, was cancelled or waits. */
export function retryJobs(database: Connection, which: Selection): number {
  const { table, condition, values } = selection(which)
  return database.run(
    `UPDATE ${table} SET ${queued} WHERE state IN ('failed', 'cancelled', 'waiting') AND ${condition}`,
    values
  ).changes
}

/** Takes entries out of every list, or brings them back (`at` undefined); answers how many. */
export function hideJobs(database: Connection, ids: readonly number[], at: number | undefined): number {
  return database.run(
    `UPDATE job SET hidden = :at WHERE id IN (SELECT value FROM json_each(:ids)) AND (hidden IS NULL) = (:at IS NOT NULL)`,
    { ids: JSON.stringify(ids), at: at ?? null }
  ).changes
}

/** Gives jobs that are not running, done or unsure to another engine or model, and queues them; answers how many. */
export function moveJobs(database: Connection, which: Selection, target: Target): number {
  const { table, condition, values } = selection(which)
  const movable = `SELECT * FROM ${table} WHERE state IN ('queued', 'waiting', 'failed', 'cancelled') AND ${condition}`
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
