import type { SQLInputValue } from 'node:sqlite'
import type { Connection } from '../../store/connection.ts'
import type { Standing } from '../standing.ts'
import { type JobEvent, nextState } from '../state.ts'
import { failureText } from './failures.ts'
import { type JobRow, parseJobRow, setStanding, standingOf, standingValues } from './rows.ts'

/** One job before and after an event. */
export interface Change {
  readonly row: JobRow
  readonly standing: Standing
}

/** Who may change a job: the process that holds it, or (undefined) whoever asks. */
export type Holder = string | undefined

/**
 * Lets an event happen to a job, inside the transaction of the caller. Undefined, and nothing changes, when there is no
 * such job, it is in other hands, or the event makes no sense where it stands.
 */
export function change(
  database: Connection,
  id: number,
  event: JobEvent,
  { now, holder }: { readonly now: number; readonly holder?: Holder }
): Change | undefined {
  const found = database.get('SELECT * FROM job WHERE id = ?', [id])
  if (found === undefined || (holder !== undefined && found['lease_owner'] !== holder)) return undefined
  const row = parseJobRow(found)
  const standing = nextState(standingOf(row), event, now)
  if (standing === undefined) return undefined
  const failure =
    'failure' in event && event.failure !== undefined ? failureText(event.failure) : keptFailure(row, standing)
  database.run(`UPDATE job SET ${setStanding}, failure = :failure, finished = :finished WHERE id = :id`, {
    ...standingValues(standing),
    id,
    failure,
    finished: hasEnded(standing) ? now : null
  })
  return { row, standing }
}

/** A job that goes on or is done has nothing to excuse. */
function keptFailure(row: JobRow, { state }: Standing): SQLInputValue {
  return state === 'done' || state === 'running' ? null : row.failure
}

function hasEnded({ state }: Standing): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}
