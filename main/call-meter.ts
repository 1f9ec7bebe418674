import type { Queue } from './jobs/queue/queue.ts'
import type { Meter } from './vision/metered.ts'

/** The counters of the day. Where the library does not take them, the call is made all the same. */
export function createCallMeter(queue: () => Pick<Queue, 'countCall' | 'countUsage'>): Meter {
  const count = (work: (counters: ReturnType<typeof queue>) => void): void => {
    try {
      work(queue())
    } catch {
      // What is wrong with the library is told where it is used.
    }
  }
  return {
    called: (callee) => count((counters) => counters.countCall(callee)),
    answered: (callee, spent) => count((counters) => counters.countUsage(callee, spent))
  }
}
