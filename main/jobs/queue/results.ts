import type { Connection } from '../../store/connection.ts'
import type { JobResult } from '../job.ts'

/** A saved answer of one call of a job with several, so that it is not asked for again. */
export interface Part {
  readonly key: string
  /** As JSON. */
  readonly body: unknown
}

const insert = `INSERT INTO result (job, kind, text, body, usage, created) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`

/** Saves what came of a job, inside the caller's transaction. The first result stays. */
export function saveResult(database: Connection, job: number, result: JobResult, now: number): void {
  const usage = result.usage === undefined ? null : JSON.stringify(result.usage)
  dropParts(database, job)
  database.run(insert, [job, result.kind, result.text, JSON.stringify(result.body), usage, now])
}

/** Saves one answer of several, inside the caller's transaction. The first of a key stays. */
export function savePart(database: Connection, job: number, part: Part, now: number): void {
  database.run('INSERT INTO part (job, key, body, created) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [
    job,
    part.key,
    JSON.stringify(part.body),
    now
  ])
}

/** For a job that has its result, or goes to another model. */
export function dropParts(database: Connection, job: number): void {
  database.run('DELETE FROM part WHERE job = ?', [job])
}

/** The saved answers of a job, oldest first. */
export function partsOf(database: Connection, job: number): Part[] {
  return database
    .all('SELECT key, body FROM part WHERE job = ? ORDER BY created, key', [job])
    .map(({ key, body }) => ({ key: String(key), body: JSON.parse(String(body)) as unknown }))
}
