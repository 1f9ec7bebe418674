import type { Connection, Values } from '../../store/connection.ts'
import type { Job, JobCounts } from '../job.ts'
import { type JobState, jobStates } from '../standing.ts'
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

/** What somebody may still have to do with. The library lists the rest. */
const unfinished: readonly JobState[] = ['running', 'queued', 'waiting', 'unsure', 'failed']

/** Jobs in the order in which they are taken; without a choice of states or ids, those that are not done or cancelled. */
export function listJobs(database: Connection, options: ListOptions): Job[] {
  const states = options.states ?? (options.ids === undefined ? unfinished : undefined)
  const { condition, values } = selection({ ...options, states })
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
  const waits = `SELECT reason, count(*) AS count FROM job WHERE state = 'waiting' AND ${condition} GROUP BY reason`
  return {
    states: isAll(which) ? countAll(database) : countStates(database, condition, values),
    waiting: Object.fromEntries(database.all(waits, values).map(({ reason, count }) => [String(reason), Number(count)]))
  }
}

function isAll({ ids, batch, states }: Selection): boolean {
  return ids === undefined && batch === undefined && states === undefined
}

/** Over the index alone, ten times as fast as over a hundred thousand jobs; what is hidden is a few. */
function countAll(database: Connection): Record<JobState, number> {
  const all = countStates(database, 'TRUE', {})
  // The plus keeps the index of states out, which would lead to every job.
  const hidden = countStates(database, 'hidden IS NOT NULL', {}, '+state')
  return perState((state) => all[state] - hidden[state])
}

function countStates(
  database: Connection,
  condition: string,
  values: Values,
  group = 'state'
): Record<JobState, number> {
  const rows = database.all(`SELECT state, count(*) AS count FROM job WHERE ${condition} GROUP BY ${group}`, values)
  const counts = new Map(rows.map(({ state, count }) => [String(state), Number(count)]))
  return perState((state) => counts.get(state) ?? 0)
}

function perState(count: (state: JobState) => number): Record<JobState, number> {
  return Object.fromEntries(jobStates.map((state) => [state, count(state)])) as Record<JobState, number>
}
