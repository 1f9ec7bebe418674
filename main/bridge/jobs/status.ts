import type { QueueProgress, QueueStatus } from '../../../preload/contract/jobs.ts'
import type { Queue } from '../../jobs/queue/queue.ts'
import type { Progress } from '../../jobs/runner/events.ts'
import { problemOf } from '../problem.ts'

/** How far the work is, as the window shows it. */
export function progressView({ done, failed, remaining, rate, timeLeft }: Progress): QueueProgress {
  return { done, failed, remaining: remaining.device + remaining.vision, rate, timeLeft }
}

/** Where the queue stands; with a batch also its files that were refused. */
export function statusOf(queue: Queue, progress: Progress, batch: number | undefined): QueueStatus {
  const { states, waiting } = queue.counts()
  const refusals = batch === undefined ? [] : queue.batches.refusals(batch)
  return {
    paused: queue.paused(),
    states,
    waiting: { ...waiting },
    progress: progressView(progress),
    batches: queue.batches.overview(),
    refusals: refusals.map(({ path, failure }) => ({ path, problem: problemOf(failure) }))
  }
}
