import { z } from 'zod'
import type { Connection } from '../../store/connection.ts'
import { type Priority, priorities } from '../job.ts'
import type { JobState } from '../standing.ts'

/** Where a job goes: right before another one that waits for its turn, or to the end of a priority. */
export type Place = { readonly before: number } | { readonly priority: Priority }

interface Spot {
  readonly priority: number
  readonly position: number
}

const spot = z.object({ priority: z.number(), position: z.number() })
const neighbour = z.object({ id: z.number(), position: z.number() })

const spotOf = 'SELECT priority, position FROM job WHERE id = ?'
const onTheWay: readonly JobState[] = ['queued', 'running', 'waiting', 'unsure']
const lastOf = (state: JobState): string =>
  `(SELECT coalesce(max(position), 0) FROM job WHERE state = '${state}' AND priority = :priority)`
/**
 * The place behind all of `:priority` that are in line or on their way: one that is running may come back. State by state,
 * because each maximum is then one step in the index of state, priority and position.
 */
export const endOfLine = `(max(${onTheWay.map(lastOf).join(', ')}) + 1)`

const nearestOf = (state: JobState): string =>
  `SELECT * FROM (SELECT id, position FROM job WHERE state = '${state}' AND priority = :priority
     AND (position, id) < (:position, :other) ORDER BY position DESC, id DESC LIMIT :limit)`
/** Jobs in line before `:other`, the nearest first. State by state: each is then a walk along the index. */
const nearest = `${nearestOf('queued')} UNION ALL ${nearestOf('waiting')} ORDER BY position DESC, id DESC LIMIT :limit`

/** Puts a job elsewhere in line, inside the caller's transaction; false when it, or the other one, is not in line. */
export function placeJob(database: Connection, id: number, place: Place): boolean {
  const waits = `SELECT count(*) FROM job WHERE id = ? AND state IN ('queued', 'waiting')`
  const inLine = (job: number): boolean => database.value(waits, [job]) === 1
  if (!inLine(id)) return false
  if ('priority' in place) {
    const priority = priorities[place.priority]
    write(database, id, { priority, position: Number(database.value(`SELECT ${endOfLine}`, { priority })) })
    return true
  }
  if (place.before === id || !inLine(place.before)) return false
  const next = spot.parse(database.get(spotOf, [place.before]))
  write(database, id, spotBefore(database, id, place.before, next))
  return true
}

/** So many jobs are first moved when there is no number left between two of them. */
const fewest = 64
/** The least that lies between two jobs, as a share of their numbers: floating point has 52 bits. */
const least = 2 ** -40

/**
 * Half way to the one before. Where the numbers between two neighbours are used up, as many jobs before the spot are numbered
 * anew as it takes: those that were put there one by one lie close together, with room behind them.
 */
function spotBefore(database: Connection, id: number, other: number, { priority, position }: Spot): Spot {
  for (let moving = 0; ; moving = Math.max(fewest, moving * 4)) {
    const near = z
      .array(neighbour)
      .parse(database.all(nearest, { priority, position, other, limit: moving + 2 }))
      .filter((one) => one.id !== id)
    const moved = near.slice(0, moving)
    const low = near[moving]?.position ?? position - moved.length - 2
    const step = (position - low) / (moved.length + 2)
    if (step <= least * Math.max(Math.abs(low), Math.abs(position))) continue
    for (const [index, one] of moved.entries()) {
      write(database, one.id, { priority, position: position - (index + 2) * step })
    }
    return { priority, position: position - step }
  }
}

function write(database: Connection, id: number, { priority, position }: Spot): void {
  database.run('UPDATE job SET priority = ?, position = ? WHERE id = ?', [priority, position, id])
}
