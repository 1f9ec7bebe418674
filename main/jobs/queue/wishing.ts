import type { Store } from '../../store/store.ts'
import { fulfil, openWishes, utter } from './long-wish.ts'
import type { LongWish } from './wish.ts'

/** Wishes for many jobs, one after the other. */
export interface Wishing {
  /**
   * Cancels, retries, moves or hides many jobs in turns that hold nothing up. It is written down first: should the process
   * die, the next one that works does the rest. Answers how many.
   */
  readonly wish: (wish: LongWish) => Promise<number>
  /** Does the rest of wishes that were cut short; undefined when there is none. */
  readonly finishWishes: () => Promise<void> | undefined
  /** No further turn is taken: the library closes, and the next process does the rest. */
  readonly endWishes: () => Promise<void>
}

export interface WishingOptions {
  readonly store: Store
  readonly now: () => number
  /** Called after each wish. */
  readonly announce: () => void
}

/** Nothing is wished yet in this process. */
export function createWishing({ store, now, announce }: WishingOptions): Wishing {
  const controller = new AbortController()
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const working = last.then(work)
    last = working.catch(() => undefined)
    return working
  }
  const fulfilled = async (uid: string): Promise<number> => {
    const count = await fulfil(store, uid, { now, signal: controller.signal })
    if (!controller.signal.aborted) announce()
    return count
  }
  const fulfilAll = async (uids: readonly string[]): Promise<void> => {
    for (const uid of uids) await fulfilled(uid)
  }

  return {
    wish: (wished) => {
      const uid = store.transaction(() => utter(store, wished, now()))
      return inTurn(() => fulfilled(uid))
    },
    finishWishes: () => {
      const left = openWishes(store)
      return left.length === 0 ? undefined : inTurn(() => fulfilAll(left))
    },
    endWishes: async () => {
      controller.abort()
      await last
    }
  }
}
