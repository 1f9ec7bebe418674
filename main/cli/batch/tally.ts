import type { Job } from '../../jobs/job.ts'
import type { Queue } from '../../jobs/queue/queue.ts'
import type { JobState } from '../../jobs/standing.ts'
import { allJobs } from '../queue/all-jobs.ts'

/** A file whose job has come to an end. */
export interface Ended {
  readonly path: string
  readonly job: Job
}

/** Knows which jobs a command waits for, and tells of each file once when its job has ended. */
export interface Tally {
  /** Two files with the same bytes have one job. */
  readonly add: (path: string, id: number) => void
  /** Jobs that have not ended, as far as anybody looked, with their files. */
  readonly open: () => ReadonlyMap<number, readonly string[]>
  /** Files whose jobs have ended since the last look, by whichever process. */
  readonly look: () => readonly Ended[]
}

const endStates: readonly JobState[] = ['done', 'failed', 'cancelled']

/** A tally without jobs. */
export function createTally(queue: Pick<Queue, 'list'>): Tally {
  const paths = new Map<number, string[]>()
  return {
    add: (path, id) => {
      const others = paths.get(id)
      if (others === undefined) paths.set(id, [path])
      else if (!others.includes(path)) others.push(path)
    },
    open: () => paths,
    look: () => {
      if (paths.size === 0) return []
      const jobs = [...allJobs(queue, { ids: [...paths.keys()], states: endStates })]
      return jobs.flatMap((job) => {
        const ended = (paths.get(job.id) ?? []).map((path) => ({ path, job }))
        paths.delete(job.id)
        return ended
      })
    }
  }
}
