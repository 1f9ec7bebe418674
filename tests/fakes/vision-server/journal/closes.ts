import type { Entry } from './entry.ts'
import type { Journal } from './journal.ts'

// A cancelled call is to free its connection within a second.
const limit = 1000

export interface Closes {
  /**
   * The next request whose client left before its answer was whole; each is handed out once. Call it when the call is
   * cancelled: a client that leaves more than a second later is a red entry.
   */
  readonly next: () => Promise<Entry>
  readonly clear: () => void
}

/** Hands out the requests that clients broke off, in the order in which they did. */
export function createCloses(journal: Journal): Closes {
  const handedOut = new Set<number>()
  const isNew = ({ id, times }: Entry): boolean => times.clientClosed !== undefined && !handedOut.has(id)
  return {
    next: async () => {
      const asked = performance.now()
      const entry = await journal.until(isNew)
      handedOut.add(entry.id)
      const took = (entry.times.clientClosed ?? asked) - asked
      if (took > limit) {
        const message = `the socket closed ${Math.round(took)} ms after the cancellation, allowed are ${limit}`
        journal.fault({ request: entry.id, segment: entry.segment, check: 8, message })
      }
      return entry
    },
    clear: () => handedOut.clear()
  }
}
