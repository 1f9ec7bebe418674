import type { Entry } from './entry.ts'

/** Tells of changes, so that tests await events. */
export interface Watch {
  readonly changed: (entry: Entry) => void
  readonly subscribe: (listener: (entry: Entry) => void) => () => void
  /** The first entry for which the predicate holds, also one that was written before. */
  readonly until: (predicate: (entry: Entry) => boolean) => Promise<Entry>
}

export function createWatch(entries: () => readonly Entry[]): Watch {
  const listeners = new Set<(entry: Entry) => void>()
  const subscribe = (listener: (entry: Entry) => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    subscribe,
    changed: (entry) => {
      for (const listener of listeners) listener(entry)
    },
    until: (predicate) =>
      new Promise((resolve) => {
        const found = entries().find(predicate)
        if (found !== undefined) return resolve(found)
        const unsubscribe = subscribe((entry) => {
          if (!predicate(entry)) return
          unsubscribe()
          resolve(entry)
        })
      })
  }
}
