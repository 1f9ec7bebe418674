import type { Lane } from '../job.ts'
import { type Pace, paceAfter, paceResumed, rateOf, startPace, timeLeft } from '../pace.ts'
import type { Progress } from './events.ts'

/** Counts what ends and foretells the rest. */
export interface Meter {
  /** A lane that had nothing to do has again. */
  readonly resumed: (lane: Lane) => void
  readonly ended: (lane: Lane, how: 'done' | 'failed' | 'other') => void
  readonly progress: (remaining: Readonly<Record<Lane, number>>) => Progress
}

/** A meter that has seen nothing yet. */
export function createMeter(now: () => number): Meter {
  const paces: Record<Lane, Pace> = { device: startPace(now()), vision: startPace(now()) }
  const counts = { done: 0, failed: 0, other: 0 }
  return {
    resumed: (lane) => {
      paces[lane] = paceResumed(paces[lane], now())
    },
    ended: (lane, how) => {
      counts[how] += 1
      paces[lane] = paceAfter(paces[lane], how === 'other' ? 0 : 1, now())
    },
    progress: (remaining) => ({
      done: counts.done,
      failed: counts.failed,
      remaining,
      rate: sum(rateOf(paces.device), rateOf(paces.vision)),
      timeLeft: longest(timeLeft(paces.device, remaining.device), timeLeft(paces.vision, remaining.vision))
    })
  }
}

function sum(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined && second === undefined ? undefined : (first ?? 0) + (second ?? 0)
}

/** The lanes work side by side. */
function longest(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined || second === undefined ? undefined : Math.max(first, second)
}
