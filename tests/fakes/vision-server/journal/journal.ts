import type { Entry, RedEntry, Times } from './entry.ts'
import { createWatch } from './watch.ts'

type Change = Partial<Omit<Entry, 'id' | 'times'>> & { readonly times?: Partial<Times> }

/** Where one request is written down while it runs. */
export interface Record {
  readonly entry: () => Entry
  readonly note: (change: Change) => void
  /** Writes down the moment once: the first one counts. */
  readonly mark: (moment: keyof Times) => void
  readonly fault: (check: number, message: string) => void
}

export interface Journal {
  readonly open: (first: Pick<Entry, 'listener' | 'method' | 'path' | 'headerNames' | 'keyHash'>) => Record
  readonly entries: () => readonly Entry[]
  readonly red: () => readonly RedEntry[]
  /** A fault that belongs to no request, for example a client that did not leave in time. */
  readonly fault: (fault: RedEntry) => void
  readonly until: (predicate: (entry: Entry) => boolean) => Promise<Entry>
  readonly subscribe: (listener: (entry: Entry) => void) => () => void
  readonly clear: () => void
}

/** Keeps what happened, in the order in which requests arrived. */
export function createJournal(): Journal {
  let entries: Entry[] = []
  let faults: RedEntry[] = []
  let next = 1
  const watch = createWatch(() => entries)

  const replace = (entry: Entry): void => {
    // An entry that was cleared away stays away, even if its request goes on.
    entries = entries.map((other) => (other.id === entry.id ? entry : other))
    watch.changed(entry)
  }

  return {
    open: (first) => {
      let entry: Entry = { ...blank, ...first, id: next, times: { arrived: performance.now() } }
      next += 1
      entries = [...entries, entry]
      watch.changed(entry)
      const note = (change: Change): void => {
        entry = { ...entry, ...change, times: { ...entry.times, ...change.times } }
        replace(entry)
      }
      return {
        entry: () => entry,
        note,
        mark: (moment) => {
          if (entry.times[moment] === undefined) note({ times: { [moment]: performance.now() } })
        },
        fault: (check, message) => {
          faults = [...faults, { request: entry.id, segment: entry.segment, check, message }]
          watch.changed(entry)
        }
      }
    },
    entries: () => entries,
    red: () => faults,
    fault: (fault) => {
      faults = [...faults, fault]
    },
    until: watch.until,
    subscribe: watch.subscribe,
    clear: () => {
      entries = []
      faults = []
    }
  }
}

const blank = {
  segment: '',
  scenario: '',
  bodyBytes: 0,
  model: undefined,
  task: undefined,
  pictures: [],
  warnings: [],
  concurrent: 1,
  status: undefined
} satisfies Partial<Entry>
