import type { SQLInputValue } from 'node:sqlite'
import type { Connection } from '../../store/connection.ts'
import { awaited } from '../state.ts'
import type { Hold } from '../waiting.ts'

/** Some of the jobs that are meant: the first so many, or those with numbers above `after` and up to `upTo`. */
export type Part = { readonly most: number } | { readonly after: number; readonly upTo: number }

/** What ends a waiting: an event, or (`due`) that its time has come. */
export const wakeEvents = ['key-added', 'online', 'quota-reset', 'room-again', 'resume', 'due'] as const

/** Whose waiting has ended; of one engine or one batch where it is named. */
interface Waking {
  readonly event: (typeof wakeEvents)[number]
  readonly engine?: string | undefined
  readonly batch?: number | undefined
}

/** Queues some of the jobs whose waiting is over; answers how many. */
export function wakeJobs(database: Connection, { event, engine, batch }: Waking, part: Part, now: number): number {
  const over =
    event === 'due'
      ? { index: 'job_due', condition: 'not_before <= :now', values: { now } }
      : { index: 'job_waiting', condition: 'reason = :reason AND hidden IS NULL', values: { reason: awaited[event] } }
  const some = someOf(part, over.index)
  return database.run(
    `UPDATE job SET state = 'queued', reason = NULL, not_before = NULL WHERE id IN (
      SELECT id FROM ${some.table} WHERE state = 'waiting' AND ${over.condition} AND (:engine IS NULL OR engine = :engine)
        AND (:batch IS NULL OR batch = :batch) AND ${some.condition})`,
    { ...some.values, ...over.values, engine: engine ?? null, batch: batch ?? null }
  ).changes
}

/** Which jobs are held, and why; `failure` is its saved text. */
interface Holding {
  readonly callee: { readonly engine: string; readonly model: string | null }
  readonly hold: Pick<Hold, 'scope' | 'reason'> & { readonly notBefore?: number | undefined }
  readonly failure: string | null
}

/** Lets some of the queued jobs of an engine, or of one model of it, wait, in their order; answers how many. */
export function holdJobs(database: Connection, { callee, hold, failure }: Holding, part: Part): number {
  const some = someOf(part, 'job_state', 'ORDER BY priority, position, id')
  return database.run(
    `UPDATE job SET state = 'waiting', reason = :reason, not_before = :notBefore, failure = coalesce(:failure, failure)
    WHERE id IN (
      SELECT id FROM ${some.table} WHERE state = 'queued' AND engine = :engine AND (:whole OR model IS :model)
        AND ${some.condition})`,
    {
      ...some.values,
      reason: hold.reason,
      notBefore: hold.notBefore ?? null,
      failure,
      engine: callee.engine,
      model: callee.model,
      whole: hold.scope === 'engine' ? 1 : 0
    }
  ).changes
}

interface Some {
  readonly table: string
  readonly condition: string
  readonly values: Readonly<Record<string, SQLInputValue>>
}

/** The first ones are found by an index. */
function someOf(part: Part, index: string, order = ''): Some {
  return 'most' in part
    ? { table: `job INDEXED BY ${index}`, condition: `TRUE ${order} LIMIT :most`, values: { most: part.most } }
    : { table: 'job NOT INDEXED', condition: 'id > :after AND id <= :upTo', values: { ...part } }
}
