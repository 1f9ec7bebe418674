import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { assertNever } from '../../failure.ts'
import type { Connection } from '../../store/connection.ts'
import { createUid } from '../../store/uid.ts'
import { jobStates } from '../standing.ts'
import { cancelJobs, moveJobs, retryJobs, type Selection } from './wishes.ts'

const id = z.number()

const which = z.object({
  ids: z.array(id).optional(),
  batch: id.optional(),
  states: z.array(z.enum(jobStates)).optional()
})

const target = z.object({ engine: z.string(), model: z.string().optional(), task: z.string().optional() })

const wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancel'), which }),
  z.object({ kind: z.literal('retry'), which }),
  z.object({ kind: z.literal('move'), which, target })
])

/** What a person wants of many jobs. */
export type LongWish = z.infer<typeof wish>

/** How far a wish is: numbers of jobs up to the last one that there was when it was uttered, or places in its list. */
const standing = z.object({ at: z.number(), end: z.number(), count: z.number() })
type Standing = z.infer<typeof standing>

/** Numbers of jobs that are looked at in one go, some 10 ms; moving takes longer for each. */
const strides: Readonly<Record<LongWish['kind'], number>> = { cancel: 250, retry: 250, move: 50 }

const wishKey = (uid: string): string => `wish.${uid}`
const standingKey = (uid: string): string => `wish-standing.${uid}`

/**
 * Writes a wish down: from here on it happens, in turns that hold nothing up, whatever becomes of this process. Answers its
 * name for `fulfil`. Call it inside a transaction.
 */
export function utter(database: Connection, wished: LongWish, now: number): string {
  const uid = createUid(now)
  const last = Number(database.value('SELECT coalesce(max(id), 0) FROM job') ?? 0)
  const { ids } = wished.which
  write(database, wishKey(uid), JSON.stringify(wished))
  write(database, standingKey(uid), JSON.stringify({ at: 0, end: ids?.length ?? last, count: 0 }))
  return uid
}

/** Whether there is a wish that has not come to its end. */
export function hasOpenWishes(database: Connection): boolean {
  return database.value(`SELECT 1 FROM setting WHERE key >= 'wish.' AND key < 'wish/' LIMIT 1`) !== undefined
}

/** Names of wishes that have not come to their end, the oldest first. */
export function openWishes(database: Connection): string[] {
  return database
    .all(`SELECT key FROM setting WHERE key >= 'wish.' AND key < 'wish/' ORDER BY key`)
    .map(({ key }) => String(key).slice(wishKey('').length))
}

/** Does the rest of a wish turn by turn, also beside another process that does so; answers how many jobs it changed. */
export async function fulfil(database: Connection, uid: string, now: () => number): Promise<number> {
  const wished = read(database, wishKey(uid), wish)
  let count = 0
  for (;;) {
    const reached = database.transaction(() => step(database, uid, wished, now()))
    if (reached === undefined) return count
    count = reached.count
    if (reached.at >= reached.end) return count
    await nextTurn()
  }
}

/** One turn; undefined when somebody else has done the last one, or nobody understands the wish any more. */
function step(database: Connection, uid: string, wished: LongWish | undefined, now: number): Standing | undefined {
  const former = read(database, standingKey(uid), standing)
  if (wished === undefined || former === undefined) return end(database, uid)
  const at = Math.min(former.end, former.at + strides[wished.kind])
  const next = { ...former, at, count: former.count + apply(database, wished, part(wished.which, former.at, at), now) }
  if (at < former.end) write(database, standingKey(uid), JSON.stringify(next))
  else end(database, uid)
  return next
}

function end(database: Connection, uid: string): undefined {
  database.run('DELETE FROM setting WHERE key IN (?, ?)', [wishKey(uid), standingKey(uid)])
}

function part({ ids, ...others }: Selection, from: number, to: number): Selection {
  return ids === undefined ? { ...others, after: from, upTo: to } : { ...others, ids: ids.slice(from, to) }
}

function apply(database: Connection, wished: LongWish, some: Selection, now: number): number {
  switch (wished.kind) {
    case 'cancel':
      return cancelJobs(database, some, now)
    case 'retry':
      return retryJobs(database, some)
    case 'move':
      return moveJobs(database, some, wished.target)
    default:
      return assertNever(wished, 'a wish of no known kind')
  }
}

function read<T>(database: Connection, key: string, schema: z.ZodType<T>): T | undefined {
  const text = database.value('SELECT value FROM setting WHERE key = ?', [key])
  return typeof text === 'string' ? schema.safeParse(json(text)).data : undefined
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no wish: the schema says so.
    return undefined
  }
}

function write(database: Connection, key: string, value: string): void {
  database.run('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [key, value])
}
