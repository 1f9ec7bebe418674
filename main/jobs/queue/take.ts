import type { Connection } from '../../store/connection.ts'
import { deviceEngine, type Job, type Lane, priorities } from '../job.ts'
import { isGone } from '../owner.ts'
import { change } from './change.ts'
import { countCall, type Days } from './counters.ts'
import { jobOf, parseJobRow } from './rows.ts'

/** What a runner looks for. */
export interface Turn {
  readonly lane: Lane
  /** Engines that have all the calls that they allow at a time. */
  readonly busy: readonly string[]
  /** The queue is paused: nothing is taken but what a person at the screen waits to be read, which costs nothing. */
  readonly paused?: boolean
}

/** How long a process may be silent before its jobs are taken up by others, in milliseconds. */
export const leaseTime = 30_000

/**
 * Along the index of state, priority and position alone: a long queue is neither sorted nor looked through for each turn,
 * even if nobody in it can have one.
 */
const take = `UPDATE job SET state = 'running', call = NULL, failure = NULL, attempts = attempts + 1,
    lease_owner = :owner, lease_until = :until, started = :now
  WHERE id = (
    SELECT id FROM job
    WHERE state = 'queued' AND (engine = '${deviceEngine}') = :device AND hidden IS NULL
      AND (batch IS NULL OR batch NOT IN (SELECT id FROM batch WHERE paused = 1))
      AND (NOT :paused OR (priority = ${priorities.person} AND engine = '${deviceEngine}'))
      AND engine NOT IN (SELECT value FROM json_each(:busy))
    ORDER BY priority, position, id LIMIT 1)
  RETURNING *`

/** Gives the next job to a process, for one lease; undefined when there is none. Call it inside a transaction. */
export function takeJob(database: Connection, turn: Turn, owner: string, now: number): Job | undefined {
  const row = database.get(take, {
    owner,
    now,
    until: now + leaseTime,
    device: turn.lane === 'device' ? 1 : 0,
    busy: JSON.stringify(turn.busy),
    paused: turn.paused === true ? 1 : 0
  })
  return row && jobOf(parseJobRow(row))
}

/** Of the jobs that a process is busy with, those that are still its own, and were not deleted. */
const held = `state IN ('running', 'unsure') AND lease_owner = :owner AND hidden IS NULL
  AND id IN (SELECT value FROM json_each(:busy))`

/** Which of the jobs that a process is busy with are still its own. */
export function heldJobs(database: Connection, owner: string, busy: readonly number[]): number[] {
  const rows = database.all(`SELECT id FROM job WHERE ${held}`, { owner, busy: JSON.stringify(busy) })
  return rows.map(({ id }) => Number(id))
}

/** Renews the leases of the jobs that a process is busy with; answers which are still its own. */
export function renewLeases(database: Connection, owner: string, busy: readonly number[], now: number): number[] {
  const renew = `UPDATE job SET state = 'running', lease_until = :until WHERE ${held} RETURNING id`
  const rows = database.all(renew, { owner, busy: JSON.stringify(busy), until: now + leaseTime })
  return rows.map(({ id }) => Number(id))
}

/**
 * Takes up what was left behind: by processes that are dead or silent, and by this one when it gave a job up without being
 * able to write that down (all of its own but `busy`). Such jobs are queued again, or unsure when a call of them was on
 * the wire. Answers how many. Call it inside a transaction.
 */
export function recoverJobs(
  database: Connection,
  { owner, busy, days, now }: { owner: string; busy: readonly number[]; days: Days; now: number }
): number {
  const running = `SELECT * FROM job WHERE state = 'running' ORDER BY id`
  const left = database
    .all(running)
    .map(parseJobRow)
    .filter((row) => row.lease_owner !== owner || !busy.includes(row.id))
  let count = 0
  for (const row of left) {
    const gone = row.lease_owner === owner || isGone(row.lease_owner ?? '')
    const changed = change(database, row.id, { kind: gone ? 'owner-gone' : 'lease-expired' }, { now })
    if (changed === undefined) continue
    count += 1
    // One that was answered has been counted when its first byte came.
    if (changed.standing.state === 'unsure' && row.call === 'sent') countCall(database, row, days, now)
  }
  return count
}

/**
 * The next time at which something can be done that cannot be done now: a job becomes due or the lease of another
 * process ends, in milliseconds since 1970.
 */
export function nextTime(database: Connection, owner: string, now: number): number | undefined {
  const due = `SELECT min(not_before) FROM job INDEXED BY job_due WHERE state = 'waiting' AND not_before > ?`
  const free = `SELECT min(lease_until) + 1 FROM job WHERE state = 'running' AND lease_owner IS NOT ?`
  const times = [database.value(due, [now]), database.value(free, [owner])].filter((time) => typeof time === 'number')
  return times.length === 0 ? undefined : Math.min(...times)
}
