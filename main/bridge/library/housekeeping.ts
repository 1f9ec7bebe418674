import type { Archive } from '../../archive.ts'
import { asFailure, type Failure } from '../../failure.ts'
import { atMost, type Clock, systemClock } from '../../jobs/clock.ts'
import { undoTime } from '../../library/deletion.ts'
import type { RetentionRules } from '../../library/retention.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import type { Preferences } from '../../settings/preferences.ts'

/** What the library needs from time to time: deletions that cannot be undone any more, the person's rules, a backup. */
export interface Housekeeping {
  /** Something was deleted, or nothing is to be done: a good time, in a while. */
  readonly soon: () => void
  /** What goes on may end within two seconds; then it is called off, and done at another time. */
  readonly stop: () => Promise<void>
}

export interface HousekeepingPorts {
  readonly archive: () => Pick<Archive, 'store' | 'library'>
  readonly preferences: Pick<Preferences, 'get'>
  /** Entries went by the person's rules. */
  readonly changed: () => void
  /** For the log: it is tried again next time. */
  readonly onTrouble: (failure: Failure) => void
  readonly clock?: Clock
}

const day = 24 * 3600 * 1000

/** Milliseconds: what was deleted can be undone until then. */
const delay = undoTime + 2000

/** How long what goes on may take at the end, in milliseconds. */
const patience = 2000

/** Where the library remembers when the rules were last applied. */
const key = 'library.pruned'

/** The rules that a person has set; undefined when there are none. */
export function retentionRulesOf({
  keepDays,
  keepEntries,
  keepBytes
}: PreferenceValues['library']): RetentionRules | undefined {
  const rules = {
    ...(keepDays !== undefined && { days: keepDays }),
    ...(keepEntries !== undefined && { entries: keepEntries }),
    ...(keepBytes !== undefined && { bytes: keepBytes })
  }
  return Object.keys(rules).length === 0 ? undefined : rules
}

/** Whether the rules are to be applied: once a day. A time in the future is that of a clock that was wrong. */
export function isPruningDue(last: number | undefined, now: number): boolean {
  return last === undefined || now - last >= day || last > now
}

/** Nothing is done before `soon`. */
export function createHousekeeping({
  archive,
  preferences,
  changed,
  onTrouble,
  clock = systemClock
}: HousekeepingPorts): Housekeeping {
  const controller = new AbortController()
  const { signal } = controller
  let cancel: (() => void) | undefined
  let underway: Promise<void> | undefined

  const prune = async ({ library, store }: Pick<Archive, 'store' | 'library'>): Promise<void> => {
    const rules = retentionRulesOf(preferences.get().library)
    const last = store.value('SELECT value FROM setting WHERE key = ?', [key])
    if (rules === undefined || !isPruningDue(last === undefined ? undefined : Number(last), clock.now())) return
    const { ids } = await library.planRetention(rules)
    if (ids.length > 0) {
      await library.deletion.purge(ids, { signal })
      changed()
    }
    store.run('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [
      key,
      String(clock.now())
    ])
  }

  const keepHouse = async (): Promise<void> => {
    try {
      const open = archive()
      if (open.store.readOnly) return
      await prune(open)
      await open.library.tidy({ signal })
    } catch (thrown) {
      if (!signal.aborted) onTrouble(asFailure(thrown))
    }
  }

  const soon = (): void => {
    cancel ??= clock.after(delay, () => {
      cancel = undefined
      if (underway === undefined) underway = keepHouse().finally(() => (underway = undefined))
      else soon()
    })
  }

  return {
    soon,
    stop: async () => {
      cancel?.()
      cancel = undefined
      const ending = underway
      if (ending === undefined) return
      await atMost(clock, patience, ending)
      if (underway === ending) controller.abort()
      await ending
    }
  }
}
