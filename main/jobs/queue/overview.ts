import { z } from 'zod'
import type { Connection } from '../../store/connection.ts'
import { type JobState, jobStates } from '../standing.ts'
import { countRefusals, isListed } from './intakes.ts'

/** A batch as a list shows it. */
export interface BatchOverview {
  readonly id: number
  readonly title: string
  readonly source: string
  readonly created: number
  readonly paused: boolean
  readonly watched: boolean
  /** Whether every file had its turn: only jobs are left. */
  readonly listed: boolean
  readonly states: Readonly<Record<JobState, number>>
  /** Files of which no job could be made. */
  readonly refused: number
}

const head = z.object({
  id: z.number(),
  title: z.string(),
  source: z.string(),
  created: z.number(),
  paused: z.number(),
  watched: z.number()
})

/** More batches than this nobody looks through; a recipe may be megabytes, so it is left where it is. */
const list = 'SELECT id, title, source, created, paused, watched FROM batch ORDER BY id DESC LIMIT 200'

/** Along the index of batches and states alone. */
const counts = `SELECT batch, state, count(*) AS count FROM job WHERE batch IS NOT NULL AND hidden IS NULL
  GROUP BY batch, state`

/** The latest batches, with how many of their jobs stand where. */
export function overviewOfBatches(database: Connection): BatchOverview[] {
  const states = new Map<number, Map<string, number>>()
  for (const { batch, state, count } of database.all(counts)) {
    const ofBatch = states.get(Number(batch)) ?? new Map<string, number>()
    states.set(Number(batch), ofBatch.set(String(state), Number(count)))
  }
  return database.all(list).map((row) => {
    const { id, paused, watched, ...batch } = head.parse(row)
    return {
      ...batch,
      id,
      paused: paused === 1,
      watched: watched === 1,
      listed: isListed(database, id),
      states: perState((state) => states.get(id)?.get(state) ?? 0),
      refused: countRefusals(database, id)
    }
  })
}

function perState(count: (state: JobState) => number): Record<JobState, number> {
  return Object.fromEntries(jobStates.map((state) => [state, count(state)])) as Record<JobState, number>
}
