import type { Job } from '../../jobs/job.ts'
import type { Queue } from '../../jobs/queue/queue.ts'
import type { Selection } from '../../jobs/queue/wishes.ts'

/** As many as the queue gives at once. */
const pageSize = 1000

/** All jobs of a selection, page after page. */
export function* allJobs(queue: Pick<Queue, 'list'>, which: Selection): Generator<Job> {
  for (let offset = 0; ; offset += pageSize) {
    const page = queue.list({ ...which, limit: pageSize, offset })
    yield* page
    if (page.length < pageSize) return
  }
}
