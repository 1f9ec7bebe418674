import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Failure } from '../../failure.ts'
import type { Connection, Row } from '../../store/connection.ts'
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

const mostRefusals = 1000

/** The files of a batch that were refused, by path; at most 1000. */
export function listRefusals(database: Connection, batch: number): Refusal[] {
  return withPrefix(database, refusalKey(batch, ''), mostRefusals).map(({ name, value }) => ({
    path: name,
    failure: readFailure(value)
  }))
}

/** How many files of a batch were refused. */
export function countRefusals(database: Connection, batch: number): number {
  const [from, to] = keysWith(refusalKey(batch, ''))
  return Number(database.value('SELECT count(*) FROM setting WHERE key >= ? AND key < ?', [from, to]))
}

/** Remembers that every page of a document has a job, so that it need not be opened again. */
export function finishDocument(database: Connection, batch: number, path: string, now: number): void {
  database.run('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [
    documentKey(batch, path),
    String(now)
  ])
}

/**
 * Paths of the files of a batch that have jobs (pages as `scan.pdf#3`), with the time of the latest, in milliseconds since
 * 1970; documents too, once they are finished. Nothing is held up by it.
 */
export async function originsOf(database: Connection, batch: number): Promise<Map<string, number>> {
  const origins = new Map<string, number>()
  const columns = `coalesce(origin || '#' || page, origin) AS path, created`
  for await (const { path, created } of eachJobOf(database, batch, columns)) {
    if (typeof path === 'string') origins.set(path, Math.max(origins.get(path) ?? 0, Number(created)))
  }
  const documents = withPrefix(database, documentKey(batch, ''))
  for (const { name, value } of documents) origins.set(name, Number(value))
  return origins
}

/** Ids of the pictures that have jobs in a batch. Nothing is held up by it. */
export async function picturesOf(database: Connection, batch: number): Promise<Set<string>> {
  const pictures = new Set<string>()
  for await (const { picture } of eachJobOf(database, batch, 'picture')) pictures.add(String(picture))
  return pictures
}

/** Numbers of jobs that are looked at in one go, some 5 ms. */
const stride = 2000

async function* eachJobOf(database: Connection, batch: number, columns: string): AsyncGenerator<Row> {
  const last = Number(database.value('SELECT coalesce(max(id), 0) FROM job'))
  const sql = `SELECT ${columns} FROM job NOT INDEXED WHERE id > ? AND id <= ? AND batch = ?`
  for (let after = 0; after < last; after += stride) {
    yield* database.all(sql, [after, after + stride, batch])
    await nextTurn()
  }
}

function listedKey(batch: number): string {
  return `batch.${batch}.listed`
}

function documentKey(batch: number, path: string): string {
  return `batch.${batch}.document ${path}`
}

/** Settings whose keys begin so, by the rest of their keys. */
function withPrefix(database: Connection, prefix: string, most = -1): { name: string; value: string }[] {
  const [from, to] = keysWith(prefix)
  return database
    .all('SELECT key, value FROM setting WHERE key >= ? AND key < ? ORDER BY key LIMIT ?', [from, to, most])
    .map(({ key, value }) => ({ name: String(key).slice(prefix.length), value: String(value) }))
}

/** The first key with a prefix, and one behind the last. */
function keysWith(prefix: string): [from: string, to: string] {
  return [prefix, `${prefix}\u{10ffff}`]
}

function refusalKey(batch: number, path: string): string {
  return `batch.${batch}.refused ${path}`
}
