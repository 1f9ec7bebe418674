import type { Queue } from '../../jobs/queue/queue.ts'
import type { Selection } from '../../jobs/queue/wishes.ts'
import type { Nudge } from './nudge.ts'
import { pause } from './nudge.ts'
import { isMoving } from './settle.ts'

export interface Stillness {
  readonly queue: Queue
  /** The jobs that are waited for; asked anew each time, since more may come. */
  readonly which: () => Selection
  /** Whether more will come. */
  readonly more: () => boolean
  readonly answered: () => boolean
  /** Called before each look at the queue. */
  readonly onLook: () => Promise<void>
  readonly nudge: Nudge
  readonly signal: AbortSignal
}

/** Milliseconds between looks where nothing tells of changes: of other machines, or without watches. */
const longestPause = 5000
/** Changes come in bursts, and looking at many jobs takes its time: rests of this many times as long. */
const restForWork = 10
const shortestRest = 50

/** Resolves when none of the jobs goes on by itself any more, or when the signal is aborted. */
export async function untilStill({ queue, which, more, answered, onLook, nudge, signal }: Stillness): Promise<void> {
  while (!signal.aborted) {
    const began = performance.now()
    const coming = more()
    await onLook()
    if (!coming && !isMoving(queue, which(), answered())) {
      // What ended between the two looks.
      await onLook()
      return
    }
    const rest = Math.max(shortestRest, (performance.now() - began) * restForWork)
    await nudge.wait(longestPause, signal)
    await pause(Math.min(rest, longestPause), signal)
  }
}
