import type { Store } from '../store/store.ts'
import { eachEntry } from './walk.ts'

/** What may go. Several rules together remove what any of them names. */
export interface RetentionRules {
  /** Entries older than so many days. */
  readonly days?: number
  /** All but the newest so many. */
  readonly entries?: number
  /** The oldest ones until the pictures take no more than so many bytes. */
  readonly bytes?: number
  /** Only of these sources: all when missing. */
  readonly sources?: readonly string[]
  /** Everything created since then, in milliseconds since 1970: to forget the captures of today. */
  readonly since?: number
}

/** What a rule needs to know of an entry. */
export interface RetentionEntry {
  readonly id: number
  readonly created: number
  readonly starred: boolean
  readonly state: string
  readonly source: string
  readonly picture: string
  /** Of the picture file. */
  readonly bytes: number
}

export interface RetentionPlan {
  readonly ids: readonly number[]
  /** Of pictures that no other entry has. */
  readonly bytes: number
}

/** Only what has come to an end may go: the rest is still to be done, or asks something. */
const finished = new Set(['done', 'failed', 'cancelled'])

const day = 24 * 3600 * 1000

/** What would be deleted. A star protects an entry; so does work that is still to be done. Entries come oldest first. */
export function planRetention(entries: readonly RetentionEntry[], rules: RetentionRules, now: number): RetentionPlan {
  const isFree = ({ starred, state, source }: RetentionEntry): boolean =>
    !starred && finished.has(state) && (rules.sources?.includes(source) ?? true)
  const free = entries.filter(isFree)
  const going = new Set(free.filter((entry) => isTooOld(entry, rules, now)).map(({ id }) => id))
  if (rules.entries !== undefined) {
    for (const { id } of free.slice(0, Math.max(0, entries.length - rules.entries))) going.add(id)
  }
  const sizes = sizesOf(entries, going)
  if (rules.bytes !== undefined) {
    for (const entry of free) {
      if (sizes.total <= rules.bytes) break
      if (going.has(entry.id)) continue
      going.add(entry.id)
      sizes.remove(entry)
    }
  }
  return { ids: entries.filter(({ id }) => going.has(id)).map(({ id }) => id), bytes: sizes.freed }
}

function isTooOld({ created }: RetentionEntry, { days, since }: RetentionRules, now: number): boolean {
  return (days !== undefined && created < now - days * day) || (since !== undefined && created >= since)
}

/** A picture takes its room once, until the last of its entries is gone. */
function sizesOf(entries: readonly RetentionEntry[], going: ReadonlySet<number>) {
  const users = new Map<string, number>()
  let total = 0
  let freed = 0
  for (const { picture, bytes } of entries) {
    const count = users.get(picture) ?? 0
    if (count === 0) total += bytes
    users.set(picture, count + 1)
  }
  const remove = ({ picture, bytes }: RetentionEntry): void => {
    const count = (users.get(picture) ?? 1) - 1
    users.set(picture, count)
    if (count > 0) return
    total -= bytes
    freed += bytes
  }
  for (const entry of entries) if (going.has(entry.id)) remove(entry)
  return {
    get total() {
      return total
    },
    get freed() {
      return freed
    },
    remove
  }
}

/** All entries as the rules need them, oldest first. */
export async function retentionEntries(store: Store): Promise<RetentionEntry[]> {
  const columns = 'j.id, j.created, j.starred, j.state, j.source, j.picture, p.bytes'
  const entries: RetentionEntry[] = []
  for await (const row of eachEntry(store, `SELECT ${columns} FROM job j JOIN picture p ON p.id = j.picture`)) {
    entries.push({
      id: Number(row['id']),
      created: Number(row['created']),
      starred: row['starred'] === 1,
      state: String(row['state']),
      source: String(row['source']),
      picture: String(row['picture']),
      bytes: Number(row['bytes'])
    })
  }
  return entries.toSorted((left, right) => left.created - right.created || left.id - right.id)
}
