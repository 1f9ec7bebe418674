import type { Connection } from '../../store/connection.ts'
import { dayOf } from '../day.ts'
import type { JobUsage } from '../job.ts'
import type { Callee, Days } from './counters.ts'

const paused = 'queue.paused'

/** Whether the whole queue is paused. */
export function isPaused(database: Connection): boolean {
  return read(database, paused) !== undefined
}

/** Pauses the whole queue, or lets it go on. */
export function setPaused(database: Connection, value: boolean): void {
  write(database, paused, value ? '1' : undefined)
}

type Remaining = NonNullable<JobUsage['remaining']>

/** Keeps what a provider said to remain today; the account's share holds for all of its models. */
export function rememberRemaining(
  database: Connection,
  callee: Callee,
  told: Remaining,
  days: Days,
  now: number
): void {
  const day = dayOf(now, days(callee.engine))
  for (const [key, count] of [
    [accountKey(callee), told.account],
    [modelKey(callee), told.model]
  ] as const) {
    if (count !== undefined) write(database, key, `${day} ${count}`)
  }
}

/** What a provider said today to remain. */
export function toldRemaining(database: Connection, callee: Callee, days: Days, now: number): Remaining {
  const today = dayOf(now, days(callee.engine))
  const told = (key: string): number | undefined => {
    const [day, count] = read(database, key)?.split(' ') ?? []
    return day === today ? Number(count) : undefined
  }
  return { account: told(accountKey(callee)), model: told(modelKey(callee)) }
}

function accountKey({ engine }: Callee): string {
  return `quota.remaining.${engine}`
}

function modelKey({ engine, model }: Callee): string {
  return `quota.remaining.${engine} ${model ?? ''}`
}

function read(database: Connection, key: string): string | undefined {
  const value = database.value('SELECT value FROM setting WHERE key = ?', [key])
  return typeof value === 'string' ? value : undefined
}

function write(database: Connection, key: string, value: string | undefined): void {
  if (value === undefined) database.run('DELETE FROM setting WHERE key = ?', [key])
  else database.run('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [key, value])
}
