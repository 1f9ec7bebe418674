import { z } from 'zod'
import type { Connection } from '../../store/connection.ts'
import type { Job, JobCounts } from '../job.ts'
import { type JobState, jobStates, type WaitingReason, waitingReasons } from '../standing.ts'
import { jobOf, parseJobRow } from './rows.ts'
import { type Selection, selection } from './wishes.ts'

/** One page of the queue. */
export interface ListOptions extends Selection {
  /** Default 200, at most 1000. */
  readonly limit?: number | undefined
  /** Jobs to pass over. */
  readonly offset?: number | undefined
}

const most = 1000

/** Jobs in the order in which they are taken. */
export function listJobs(database: Connection, options: ListOptions): Job[] {
  const { condition, values } = selection(options)
  const limit = Math.min(Math.max(1, options.limit ?? 200), most)
  return database
    .all(`SELECT * FROM job WHERE ${condition} ORDER BY priority, position, id LIMIT :limit OFFSET :offset`, {
      ...values,
      limit,
      offset: Math.max(0, options.offset ?? 0)
    })
    .map((row) => jobOf(parseJobRow(row)))
}

/** One job; undefined when there is none, or it was deleted. */
export function findJob(database: Connection, id: number): Job | undefined {
  const row = database.get('SELECT * FROM job WHERE id = ? AND hidden IS NULL', [id])
  return row && jobOf(parseJobRow(row))
}

/** How many jobs stand where. */
export function countJobs(database: Connection, which: Selection): JobCounts {
  const { condition, values } = selection(which)
  const rows = database.all(
    `SELECT state, reason, count(*) AS count FROM job WHERE ${condition} GROUP BY state, reason`,
    values
  )
  const states = Object.fromEntries(jobStates.map((state) => [state, 0])) as Record<JobState, number>
  const waiting: Partial<Record<WaitingReason, number>> = {}
  for (const { state, reason, count } of rows.map((row) => stateCount.parse(row))) {
    states[state] += count
    if (reason !== null) waiting[reason] = count
  }
  return { states, waiting }
}

const stateCount = z.object({
  state: z.enum(jobStates),
  reason: z.enum(waitingReasons).nullable(),
  count: z.number()
})
