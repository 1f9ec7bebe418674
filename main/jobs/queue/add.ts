import { z } from 'zod'
import type { Connection } from '../../store/connection.ts'
import { createUid } from '../../store/uid.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { type NewJob, priorities } from '../job.ts'
import { type JobState, jobStates } from '../standing.ts'

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
   'queued', :priority, (SELECT coalesce(max(position), 0) + 1 FROM job WHERE state = 'queued' AND priority = :priority),
   :now)`

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
    return { kind: 'added', id: lastInsertRowid, uid }
  })
}
