import { z } from 'zod'
import { assertNever } from '../../failure.ts'
import type { Connection } from '../../store/connection.ts'
import { jobStates, waitingReasons } from '../standing.ts'
import { holdJobs, type Part, wakeEvents, wakeJobs } from './holding.ts'
import { cancelJobs, hideJobs, moveJobs, retryJobs, type Selection } from './wishes.ts'

const id = z.number()

const which = z.object({
  ids: z.array(id).optional(),
  batch: id.optional(),
  states: z.array(z.enum(jobStates)).optional()
})

const target = z.object({ engine: z.string(), model: z.string().optional(), task: z.string().optional() })

const hold = z.object({
  scope: z.enum(['engine', 'model']),
  reason: z.enum(waitingReasons),
  notBefore: z.number().optional()
})

/** As it is written down. */
export const longWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancel'), which }),
  z.object({ kind: z.literal('retry'), which }),
  z.object({ kind: z.literal('move'), which, target }),
  /** Out of every list since a time, or (without one) back into them. */
  z.object({ kind: z.literal('hide'), which: z.object({ ids: z.array(id) }), at: z.number().optional() }),
  z.object({
    kind: z.literal('hold'),
    callee: z.object({ engine: z.string(), model: z.string().nullable() }),
    hold,
    failure: z.string().nullable()
  }),
  z.object({
    kind: z.literal('wake'),
    event: z.enum(wakeEvents),
    engine: z.string().optional(),
    batch: z.number().optional()
  })
])

/** What is to happen to many jobs. */
export type LongWish = z.infer<typeof longWish>
/** What is wished for jobs that are named or chosen. */
type ChoosingWish = Extract<LongWish, { which: unknown }>
/** What happens to all that meet the same obstacle, or were held by it. */
export type SharedWish = Exclude<LongWish, ChoosingWish>

/** Lets a wish come to some of the jobs that it means; answers how many it changed. */
export function applyWish(database: Connection, wished: LongWish, range: Range, now: number): number {
  return 'which' in wished ? choose(database, wished, range, now) : applyShared(database, wished, range, now)
}

/** Numbers of jobs, or places in a list of them: above the first, and up to the second. */
type Range = Extract<Part, { upTo: number }>

function choose(database: Connection, wished: ChoosingWish, range: Range, now: number): number {
  const chosen: Selection = wished.which
  const { ids, ...others } = chosen
  const some: Selection =
    ids === undefined ? { ...others, ...range } : { ...others, ids: ids.slice(range.after, range.upTo) }
  switch (wished.kind) {
    case 'cancel':
      return cancelJobs(database, some, now)
    case 'retry':
      return retryJobs(database, some)
    case 'move':
      return moveJobs(database, some, wished.target)
    case 'hide':
      return hideJobs(database, some.ids ?? [], wished.at)
    default:
      return assertNever(wished, 'a wish of no known kind')
  }
}

/** The same for what is shared, which the first jobs can have at once. */
export function applyShared(database: Connection, wished: SharedWish, part: Part, now: number): number {
  return wished.kind === 'hold' ? holdJobs(database, wished, part) : wakeJobs(database, wished, part, now)
}
