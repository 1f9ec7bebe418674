import type { Archive } from '../../archive.ts'
import type { RunnerEvent } from '../../jobs/runner/events.ts'

/** How a batch ended. */
export interface BatchEnd {
  readonly title: string
  readonly done: number
  readonly failed: number
}

/**
 * Tells when nothing of a batch is left to be done. It looks when the runner rests, because counting after each of ten thousand
 * jobs would take longer than they do. Watched folders never end. Hears what the runner tells.
 */
export function watchBatches(
  archive: () => Pick<Archive, 'queue'>,
  ended: (end: BatchEnd) => void
): (event: RunnerEvent) => void {
  const touched = new Set<number>()
  return (event) => {
    if (event.kind === 'left' && event.job.batch !== undefined) touched.add(event.job.batch)
    if (event.kind !== 'idle') return
    for (const id of touched) {
      const { queue } = archive()
      const { queued, running, waiting, unsure, done, failed } = queue.counts({ batch: id }).states
      if (queued + running + waiting + unsure > 0 || !queue.batches.listed(id)) continue
      touched.delete(id)
      const batch = queue.batches.get(id)
      if (batch !== undefined && !batch.watched) ended({ title: batch.title, done, failed })
    }
  }
}
