import type { SQLInputValue } from 'node:sqlite'
import { z } from 'zod'
import type { Row } from '../../store/connection.ts'
import { type Job, jobSources } from '../job.ts'
import { callMarks, jobStates, type Standing, waitingReasons } from '../standing.ts'
import { readFailure } from './failures.ts'

const integer = z.number().int()

const jobRow = z.object({
  id: integer,
  uid: z.string(),
  picture: z.string(),
  batch: integer.nullable(),
  name: z.string(),
  source: z.enum(jobSources),
  origin: z.string().nullable(),
  page: integer.nullable(),
  task: z.string(),
  engine: z.string(),
  model: z.string().nullable(),
  parameters: z.string(),
  state: z.enum(jobStates),
  reason: z.enum(waitingReasons).nullable(),
  not_before: integer.nullable(),
  priority: integer,
  attempts: integer,
  lease_owner: z.string().nullable(),
  lease_until: integer.nullable(),
  call: z.enum(callMarks).nullable(),
  failure: z.string().nullable(),
  created: integer,
  started: integer.nullable(),
  finished: integer.nullable()
})
/** A row of the table `job`, checked. */
export type JobRow = z.infer<typeof jobRow>

const parameters = z.record(z.string(), z.unknown())

/** Checks a row of the table `job`. */
export function parseJobRow(row: Row): JobRow {
  return jobRow.parse(row)
}

/** Where the job of a row stands. */
export function standingOf(row: JobRow): Standing {
  return {
    state: row.state,
    reason: row.reason ?? undefined,
    notBefore: row.not_before ?? undefined,
    attempts: row.attempts,
    call: row.call ?? undefined,
    leaseUntil: row.lease_until ?? undefined
  }
}

/** The job of a row. */
export function jobOf(row: JobRow): Job {
  return {
    ...standingOf(row),
    id: row.id,
    uid: row.uid,
    picture: row.picture,
    batch: row.batch ?? undefined,
    name: row.name,
    source: row.source,
    origin: row.origin ?? undefined,
    page: row.page ?? undefined,
    task: row.task,
    engine: row.engine,
    model: row.model ?? undefined,
    parameters: parameters.parse(JSON.parse(row.parameters)),
    priority: row.priority,
    failure: row.failure === null ? undefined : readFailure(row.failure),
    created: row.created,
    started: row.started ?? undefined,
    finished: row.finished ?? undefined
  }
}

/** Values for the columns that `setStanding` names. */
export function standingValues(standing: Standing): Record<string, SQLInputValue> {
  return {
    state: standing.state,
    reason: standing.reason ?? null,
    notBefore: standing.notBefore ?? null,
    attempts: standing.attempts,
    call: standing.call ?? null,
    leaseUntil: standing.leaseUntil ?? null
  }
}

/**
 * Writes a standing. The owner stays with a job that is unsure: it may still bring the answer.
 */
export const setStanding = `state = :state, reason = :reason, not_before = :notBefore, attempts = :attempts,
  call = :call, lease_until = :leaseUntil,
  lease_owner = CASE WHEN :state IN ('running', 'unsure') THEN lease_owner END`
