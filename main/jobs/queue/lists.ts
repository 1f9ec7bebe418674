import type { SQLInputValue } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
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
  const limit = Math.min(Math.max(1, options.limit ?? 200), most)
  const offset = Math.max(0, options.offset ?? 0)
  const line = options.ids === undefined ? lineOf(options, offset + limit) : chosen(options)
  return database
    .all(
      `SELECT * FROM job WHERE id IN (
        SELECT id FROM (${line.sql}) ORDER BY priority, position, id LIMIT :limit OFFSET :offset)
      ORDER BY priority, position, id`,
      { ...line.values, limit, offset }
    )
    .map((row) => jobOf(parseJobRow(row)))
}

interface Line {
  readonly sql: string
  readonly values: Readonly<Record<string, SQLInputValue>>
}

function chosen(which: Selection): Line {
  const { condition, values } = selection(which)
  return { sql: `SELECT id, priority, position FROM job WHERE ${condition}`, values }
}

/** The first of each state come out of its index in order, so that a long queue is not sorted. */
function lineOf({ states = unfinished, ...which }: Selection, reach: number): Line {
  const { condition, values } = selection(which)
  const first = (state: JobState): string =>
    `SELECT * FROM (SELECT id, priority, position FROM job INDEXED BY job_state WHERE state = '${state}' AND ${condition}
      ORDER BY priority, position, id LIMIT :reach)`
  return { sql: [...new Set(states)].map(first).join(' UNION ALL '), values: { ...values, reach } }
}

/** Jobs read in one go, some 5 ms. */
const stride = 250

/** All jobs of a selection by their numbers, without holding anything up. */
export async function* eachJob(database: Connection, { ids, ...which }: Selection): AsyncGenerator<Job> {
  const end = ids?.length ?? Number(database.value('SELECT coalesce(max(id), 0) FROM job'))
  for (let after = 0; after < end; after += stride) {
    const upTo = after + stride
    const some = ids === undefined ? { ...which, after, upTo } : { ...which, ids: ids.slice(after, upTo) }
    const { table, condition, values } = selection(some)
    for (const row of database.all(`SELECT * FROM ${table} WHERE ${condition} ORDER BY id`, values)) {
      yield jobOf(parseJobRow(row))
    }
    await nextTurn()
  }
}

/** One job; undefined when there is none, or it was deleted. */
export function findJob(database: Connection, id: number): Job | undefined {
  const row = database.get('SELECT * FROM job WHERE id = ? AND hidden IS NULL', [id])
  return row && jobOf(parseJobRow(row))
}

/** How many jobs stand where. */
export function countJobs(database: Connection, which: Selection): JobCounts {
  const { condition, values } = selection(which)
  return {
    states: isAll(which) ? countAll(database) : countStates(database, condition, values),
    waiting: isAll(which) ? countWaits(database, 'job INDEXED BY job_waiting') : countWaits(database, 'job', which)
  }
}

/** Grouped as the index has them, engine by engine: nothing is sorted. */
function countWaits(database: Connection, table: string, which: Selection = {}): Record<string, number> {
  const { condition, values } = selection(which)
  const counts: Record<string, number> = {}
  const rows = database.all(
    `SELECT reason, count(*) AS count FROM ${table} WHERE state = 'waiting' AND ${condition} GROUP BY engine, reason`,
    values
  )
  for (const { reason, count } of rows) counts[String(reason)] = (counts[String(reason)] ?? 0) + Number(count)
  return counts
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
