import { Failure } from '../../failure.ts'
import type { Job } from '../../jobs/job.ts'
import type { Queue } from '../../jobs/queue/queue.ts'

/**
 * The job when it has come to a stop: done, failed, cancelled, unsure, or waiting for something that a person at the screen
 * does not want to wait for. When `signal` says so the job is cancelled, and `cancelled` thrown. Also throws
 * `library-entry-missing`.
 */
export async function awaitJob(queue: Pick<Queue, 'get' | 'subscribe' | 'cancel'>, id: number, signal?: AbortSignal) {
  return await new Promise<Job>((resolve, reject) => {
    const end = (settle: () => void): void => {
      unsubscribe()
      signal?.removeEventListener('abort', giveUp)
      settle()
    }
    const giveUp = (): void =>
      end(() => {
        queue.cancel({ ids: [id] })
        reject(new Failure('cancelled', 'Cancelled.'))
      })
    const look = (): void => {
      try {
        const job = queue.get(id)
        if (job === undefined) throw new Failure('library-entry-missing', 'The capture was deleted before it was read.')
        if (isAtRest(job)) end(() => resolve(job))
      } catch (thrown) {
        end(() => reject(thrown instanceof Error ? thrown : new TypeError('no error was thrown')))
      }
    }
    const unsubscribe = queue.subscribe(look)
    signal?.addEventListener('abort', giveUp)
    if (signal?.aborted === true) giveUp()
    else look()
  })
}

/** Tried once more within seconds is no rest. */
function isAtRest({ state, reason }: Job): boolean {
  if (state === 'waiting') return reason !== 'retry'
  return state !== 'queued' && state !== 'running'
}
