import type { Failure } from '../../failure.ts'
import type { Connection } from '../../store/connection.ts'
import type { SavedFailure } from '../job.ts'
import { failureText, readFailure } from './failures.ts'

/** A file of a batch of which no job could be made. */
export interface Refusal {
  readonly path: string
  readonly failure: SavedFailure
}

/** Whether every file of a batch has had its turn: from then on only its jobs are left. */
export function isListed(database: Connection, batch: number): boolean {
  return database.value('SELECT 1 FROM setting WHERE key = ?', [listedKey(batch)]) !== undefined
}

/** Says so. */
export function setListed(database: Connection, batch: number): void {
  database.run(`INSERT OR IGNORE INTO setting VALUES (?, '1')`, [listedKey(batch)])
}

/** Remembers a file that was refused, in place of what was remembered of it before. */
export function addRefusal(database: Connection, batch: number, path: string, failure: Failure): void {
  database.run('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [
    refusalKey(batch, path),
    failureText(failure)
  ])
}

/** The file was taken after all. */
export function dropRefusal(database: Connection, batch: number, path: string): void {
  database.run('DELETE FROM setting WHERE key = ?', [refusalKey(batch, path)])
}

/** The files of a batch that were refused, by path; at most 1000. */
export function listRefusals(database: Connection, batch: number): Refusal[] {
  const prefix = refusalKey(batch, '')
  return database
    .all('SELECT key, value FROM setting WHERE key >= ? AND key < ? ORDER BY key LIMIT 1000', [
      prefix,
      `${prefix}\u{10ffff}`
    ])
    .map(({ key, value }) => ({ path: String(key).slice(prefix.length), failure: readFailure(String(value)) }))
}

/** Paths of the files of a batch that have jobs (pages as `scan.pdf#3`), with the time of the latest, in milliseconds since 1970. */
export function originsOf(database: Connection, batch: number): Map<string, number> {
  const rows = database.all(
    `SELECT coalesce(origin || '#' || page, origin) AS path, max(created) AS created FROM job
    WHERE batch = ? AND origin IS NOT NULL GROUP BY path`,
    [batch]
  )
  return new Map(rows.map(({ path, created }) => [String(path), Number(created)]))
}

function listedKey(batch: number): string {
  return `batch.${batch}.listed`
}

function refusalKey(batch: number, path: string): string {
  return `batch.${batch}.refused ${path}`
}
