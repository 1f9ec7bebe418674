import { createQueue } from '../../../../main/jobs/queue/queue.ts'
import type { Executor } from '../../../../main/jobs/runner/executor.ts'
import { createRunner } from '../../../../main/jobs/runner/runner.ts'
import { openStore } from '../../../../main/store/store.ts'

const [folder = '', order = ''] = process.argv.slice(2)
const queue = createQueue({ store: openStore(folder) })

// An open channel keeps the process alive until it is killed.
process.on('message', () => {})

function tell(message: object): void {
  process.send?.(message)
}

switch (order) {
  case 'take-all': {
    const taken: number[] = []
    for (;;) {
      const job = queue.work.take({ lane: 'device', busy: [] })
      if (job === undefined) break
      taken.push(job.id)
    }
    tell({ taken })
    break
  }
  case 'take-one': {
    tell({ taken: [queue.work.take({ lane: 'device', busy: [] })?.id] })
    break
  }
  case 'mark-one': {
    const { id = 0 } = queue.work.take({ lane: 'vision', busy: [] }) ?? {}
    queue.work.mark(id, 'intended')
    queue.work.mark(id, 'sent')
    tell({ taken: [id] })
    break
  }
  case 'listen': {
    const stop = queue.subscribe(() => {
      stop()
      tell({ heard: true })
    })
    tell({})
    break
  }
  case 'run': {
    const executor: Executor = {
      execute: (job, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            tell({ aborted: job.id })
            reject(signal.reason)
          })
          tell({ taken: [job.id] })
        })
    }
    const executors = { device: executor, vision: executor }
    createRunner({ queue, executors, hasRoom: () => Promise.resolve(true) }).start()
    break
  }
  default:
    throw new Error(`no such order: ${order}`)
}
