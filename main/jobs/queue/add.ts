import { z } from 'zod'
import type { Connection } from '../../store/connection.ts'
import { createUid } from '../../store/uid.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { type NewJob, priorities } from '../job.ts'
import { type JobState, jobStates } from '../standing.ts'
import { endOfLine } from './order.ts'

/** What became of a wish: a new job, or the one that has, or will have, the answer already. */
export type Added =
  | { readonly kind: 'added'; readonly id: number; readonly uid: string }
  | { readonly kind: 'existing'; readonly id: number; readonly uid: string; readonly state: JobState }

const find = `SELECT id, uid, state FROM job
  WHERE fingerprint = :fingerprint AND hidden IS NULL AND state NOT IN ('failed', 'cancelled')
    AND (:anywhere OR batch = :batch)
  ORDER BY state = 'done' DESC, id DESC LIMIT 1`

const insert = `INSERT INTO job
  (uid, picture, batch, name, source, origin, page, task, engine, model, parameters, fingerprint, state, priority,
   position, created)
  VALUES (:uid, :picture, :batch, :name, :source, :origin, :page, :task, :engine, :model, :parameters, :fingerprint,
   'queued', :priority, ${endOfLine}, :now)`

/**
 * What has to wait among those that would make the same call: of its own batch, of whom the first of its files has learned
 * why, or (for a used-up quota, whose end is known) of anybody. Somebody who asks by hand, asks to know.
 */
const inherit = `UPDATE job SET state = 'waiting', reason = held.reason, not_before = held.not_before,
    failure = held.failure
  FROM (
    SELECT reason, not_before, failure FROM job
    WHERE state = 'waiting' AND engine = :engine AND hidden IS NULL AND (not_before IS NULL OR not_before > :now)
      AND ((reason IN ('offline', 'rate', 'needs-key') AND batch = :batch)
        OR (model IS :model AND (reason = 'quota' OR (reason = 'paused' AND batch = :batch))))
    LIMIT 1
  ) AS held
  WHERE job.id = :id`

const existing = z.object({ id: z.number(), uid: z.string(), state: z.enum(jobStates) })

/** The job that has, or will have, the answer to the same question; undefined when there is none. */
export function knownJob(database: Connection, job: NewJob): Extract<Added, { kind: 'existing' }> | undefined {
  const known = database.get(find, { fingerprint: fingerprintOf(job), anywhere: 1, batch: null })
  return known && { kind: 'existing', ...existing.parse(known) }
}

/**
 * Adds a job unless the same was asked before and did not fail. With `force` it is asked anew, but once in a batch: several
 * processes may work on one.
 */
export function addJob(database: Connection, job: NewJob, force: boolean, now: number): Added {
  const fingerprint = fingerprintOf(job)
  return database.transaction(() => {
    const known = database.get(find, { fingerprint, anywhere: force ? 0 : 1, batch: job.batch ?? null })
    if (known !== undefined) return { kind: 'existing', ...existing.parse(known) }
    const uid = createUid(now)
    const priority = priorities[job.priority ?? (job.batch === undefined ? 'normal' : 'batch')]
    const { lastInsertRowid } = database.run(insert, {
      uid,
      picture: job.picture,
      batch: job.batch ?? null,
      name: job.name,
      source: job.source,
      origin: job.origin ?? null,
      page: job.page ?? null,
      task: job.task,
      engine: job.engine,
      model: job.model ?? null,
      parameters: JSON.stringify(job.parameters),
      fingerprint,
      priority,
      now
    })
    if (job.batch !== undefined) {
      database.run(inherit, {
        id: lastInsertRowid,
        engine: job.engine,
        model: job.model ?? null,
        batch: job.batch,
        now
      })
    }
    return { kind: 'added', id: lastInsertRowid, uid }
  })
}
