import type { Job } from '../../jobs/job.ts'
import type { Queue } from '../../jobs/queue/queue.ts'
import type { Selection } from '../../jobs/queue/wishes.ts'
import { allJobs } from './all-jobs.ts'
import { isWorthWaiting } from './patience.ts'
import { causeOf, type Waiting } from './waits.ts'

type Jobs = Pick<Queue, 'counts' | 'list' | 'paused' | 'batches'>

/** Whether something of the selection goes on in this process, in another one, or soon. */
export function isMoving(queue: Jobs, which: Selection, answered: boolean, now = Date.now()): boolean {
  const { states } = queue.counts(which)
  if (states.running > 0) return true
  if (queue.paused()) return false
  const held = heldBatches(queue)
  if (states.queued > 0 && some(allJobs(queue, { ...which, states: ['queued'] }), (job) => !held(job))) return true
  if (states.waiting === 0) return false
  return some(allJobs(queue, { ...which, states: ['waiting'] }), (job) => isWorthWaiting(job, { answered, now }))
}

/** The jobs of the selection that do not go on by themselves soon, and why. */
export function waitsOf(queue: Jobs, which: Selection): Waiting[] {
  const all = queue.paused()
  const held = heldBatches(queue)
  const waits: Waiting[] = []
  for (const job of allJobs(queue, { ...which, states: ['queued', 'waiting', 'unsure'] })) {
    const cause = causeOf(job, all || held(job))
    if (cause !== undefined) waits.push({ job, cause })
  }
  return waits
}

function heldBatches({ batches }: Jobs): (job: Job) => boolean {
  const paused = new Set(
    batches
      .list()
      .filter((batch) => batch.paused)
      .map(({ id }) => id)
  )
  return ({ batch }) => batch !== undefined && paused.has(batch)
}

function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true
  return false
}
