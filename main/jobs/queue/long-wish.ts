import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Connection } from '../../store/connection.ts'
import { createUid, timeOf } from '../../store/uid.ts'
import { applyShared, applyWish, type LongWish, longWish, type SharedWish } from './wish.ts'

/** How far a wish is: numbers of jobs up to the last one that there was when it was uttered, or places in its list. */
const standing = z.object({ at: z.number(), end: z.number(), count: z.number() })
type Standing = z.infer<typeof standing>

/** Jobs that are looked at in one go, some 10 ms; moving takes longer for each. */
const portion = 250
const movePortion = 50

const wishKey = (uid: string): string => `wish.${uid}`
const standingKey = (uid: string): string => `wish-standing.${uid}`

/**
 * Writes a wish down: from here on it happens, in turns that hold nothing up, whatever becomes of this process. Answers its
 * name for `fulfil`. Call it inside a transaction.
 */
export function utter(database: Connection, wished: LongWish, now: number): string {
  const uid = nextName(database, now)
  const last = Number(database.value('SELECT coalesce(max(id), 0) FROM job') ?? 0)
  const ids = 'which' in wished ? wished.which.ids : undefined
  write(database, wishKey(uid), JSON.stringify(wished))
  write(database, standingKey(uid), JSON.stringify({ at: 0, end: ids?.length ?? last, count: 0 }))
  return uid
}

/** Sorts behind the names of all wishes that are open, whatever the clock says: they are done in this order. */
function nextName(database: Connection, now: number): string {
  const newest = timeOf(openWishes(database).at(-1) ?? '')
  return createUid(newest === undefined ? now : Math.max(now, newest + 1))
}

/**
 * Does as much at once as holds nothing up, and writes the rest down, behind other wishes that have not come to their end.
 * Answers how many jobs it changed at once. Call it inside a transaction.
 */
export function begin(database: Connection, wished: SharedWish, now: number): number {
  const count = applyShared(database, wished, { most: portion }, now)
  if (count === portion || hasOpenWishes(database)) utter(database, wished, now)
  return count
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

/**
 * Does the rest of a wish turn by turn, also beside another process that does so, and until it is called off; answers how
 * many jobs it changed.
 */
export async function fulfil(
  database: Connection,
  uid: string,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal }
): Promise<number> {
  if (signal.aborted) return 0
  const wished = read(database, wishKey(uid), longWish)
  let count = 0
  while (!signal.aborted) {
    const reached = database.transaction(() => step(database, uid, wished, now()))
    if (reached === undefined) return count
    count = reached.count
    if (reached.at >= reached.end) return count
    await nextTurn()
  }
  return count
}

/** One turn; undefined when somebody else has done the last one, or nobody understands the wish any more. */
function step(database: Connection, uid: string, wished: LongWish | undefined, now: number): Standing | undefined {
  const former = read(database, standingKey(uid), standing)
  if (wished === undefined || former === undefined) return end(database, uid)
  const at = Math.min(former.end, former.at + (wished.kind === 'move' ? movePortion : portion))
  const next = { ...former, at, count: former.count + applyWish(database, wished, { after: former.at, upTo: at }, now) }
  if (at < former.end) write(database, standingKey(uid), JSON.stringify(next))
  else end(database, uid)
  return next
}

function end(database: Connection, uid: string): undefined {
  database.run('DELETE FROM setting WHERE key IN (?, ?)', [wishKey(uid), standingKey(uid)])
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
