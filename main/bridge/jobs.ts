import type { Caller, Handlers, Parsed } from '../../preload/contract/contract.ts'
import type { Preview } from '../../preload/contract/jobs.ts'
import { cancelled } from '../failure.ts'
import type { Batches } from '../jobs/batch/batches.ts'
import type { Progress } from '../jobs/runner/events.ts'
import { type AddPorts, addJobs } from './jobs/add.ts'
import { changeJobs } from './jobs/change.ts'
import { type PreviewPorts, previewJobs } from './jobs/preview.ts'
import { statusOf } from './jobs/status.ts'

export interface JobsPorts extends AddPorts, PreviewPorts {
  readonly vision: AddPorts['vision'] & PreviewPorts['vision']
  readonly batches: () => Pick<Batches, 'start' | 'pause' | 'resume' | 'unwatch'>
  /** Of this process's runner. */
  readonly progress: () => Progress
}

/** What the window asks of the queue. */
export function createJobsHandlers(ports: JobsPorts): Handlers['jobs'] {
  const previews = new Map<number, AbortController>()

  /** Who asks for a preview does not wait for the one before. */
  const preview = async (wish: Parsed<'jobs', 'preview'>, { contents }: Caller): Promise<Preview> => {
    previews.get(contents)?.abort(cancelled())
    const controller = new AbortController()
    previews.set(contents, controller)
    try {
      return await previewJobs(wish, ports, controller.signal)
    } finally {
      if (previews.get(contents) === controller) previews.delete(contents)
    }
  }

  return {
    add: (wish) => addJobs(wish, ports),
    preview,
    change: async (wish) => {
      const { queue } = ports.archive()
      const { vision } = ports.preferences.get()
      return { count: await changeJobs(wish, { queue, batches: ports.batches(), vision }) }
    },
    status: (which) => statusOf(ports.archive().queue, ports.progress(), 'batch' in which ? which.batch : undefined)
  }
}
