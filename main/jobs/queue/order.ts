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

const spotOf = 'SELECT priority, position FROM job WHERE id = ?'
const onTheWay: readonly JobState[] = ['queued', 'running', 'waiting', 'unsure']
const lastOf = (state: JobState): string =>
  `(SELECT coalesce(max(position), 0) FROM job WHERE state = '${state}' AND priority = :priority)`
/**
 * The place behind all of `:priority` that are in line or on their way: one that is running may come back. State by state,
 * because each maximum is then one step in the index of state, priority and position.
 */
export const endOfLine = `(max(${onTheWay.map(lastOf).join(', ')}) + 1)`
/** Ids of jobs with one priority in the order in which they will be taken. */
const inOrder = `SELECT id FROM job WHERE priority = ? AND state IN ('queued', 'waiting') ORDER BY position, id`

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
  write(database, id, spotBefore(database, id, place.before, next) ?? spread(database, id, place.before, next))
  return true
}

/** Half way to the one before; undefined when the numbers between two neighbours are used up. */
function spotBefore(database: Connection, id: number, other: number, { priority, position }: Spot): Spot | undefined {
  const previous = database.value(
    `SELECT max(position) FROM job WHERE priority = :priority AND id NOT IN (:id, :other)
      AND (position < :position OR (position = :position AND id < :other)) AND state IN ('queued', 'waiting')`,
    { priority, id, other, position }
  )
  if (typeof previous !== 'number') return { priority, position: position - 1 }
  const between = (previous + position) / 2
  return between > previous && between < position ? { priority, position: between } : undefined
}

/** Numbers a whole priority anew, which makes room before `other`. */
function spread(database: Connection, id: number, other: number, { priority }: Spot): Spot {
  const ids = database.all(inOrder, [priority]).map((row) => Number(row['id']))
  const others = ids.filter((one) => one !== id)
  for (const [index, one] of others.entries()) write(database, one, { priority, position: index + 1 })
  return { priority, position: others.indexOf(other) + 0.5 }
}

function write(database: Connection, id: number, { priority, position }: Spot): void {
  database.run('UPDATE job SET priority = ?, position = ? WHERE id = ?', [priority, position, id])
}
