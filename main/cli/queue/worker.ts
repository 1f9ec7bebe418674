import type { Archive } from '../../archive.ts'
import type { Failure } from '../../failure.ts'
import { type Job, laneOf } from '../../jobs/job.ts'
import type { RunnerEvent } from '../../jobs/runner/events.ts'
import { counted } from '../ask/tell.ts'
import { tellFailure } from '../errors.ts'
import type { Session } from '../session.ts'

/** Works the queue off in this process, beside whoever else does. */
export interface Worker {
  /** Whether a job has been done since it began. */
  readonly answered: () => boolean
  /** Calls on their way may come back; the person is told, and may press Ctrl+C once more. */
  readonly stop: () => Promise<void>
}

export interface WorkerOptions extends Pick<Session, 'terminal' | 'interruption'> {
  readonly archive: Archive
  /** Most calls at a time; none when nothing but reading is to be done. */
  readonly calls?: number | undefined
  /** Called after everything that may have changed a job. */
  readonly onChange: () => void
  /** Told of every job that this process has worked on, as it stands then. */
  readonly onLeft?: (job: Job) => void
  readonly verbose: boolean
}

/** How long calls on their way are waited for at the end, in milliseconds: whole answers took up to 76 s. */
const patience = 90_000

export function startWorker(options: WorkerOptions): Worker {
  const { archive, terminal, interruption, calls, onChange, onLeft = () => {}, verbose } = options
  const underway = new Set<number>()
  const said = new Set<string>()
  let answered = false

  const tell = (failure: Failure): void => {
    if (said.has(failure.message)) return
    said.add(failure.message)
    tellFailure(terminal, failure, { verbose })
  }
  const onEvent = (event: RunnerEvent): void => {
    if (event.kind === 'started' && laneOf(event.job.engine) === 'vision') underway.add(event.job.id)
    if (event.kind === 'left') {
      underway.delete(event.job.id)
      answered ||= event.job.state === 'done'
      onLeft(event.job)
    }
    if (event.kind === 'trouble') tell(event.failure)
    if (event.kind === 'disk-full') terminal.say('The disk is full: the work goes on when there is room.')
    if (event.kind === 'room-again') terminal.say('There is room again.')
    if (event.kind !== 'text' && event.kind !== 'working') onChange()
  }
  const runner = archive.createRunner({ onEvent, ...(calls !== undefined && { calls }) })
  const unsubscribe = archive.queue.subscribe(onChange)
  runner.start()
  return {
    answered: () => answered,
    stop: async () => {
      unsubscribe()
      if (interruption.signal.aborted && underway.size > 0) {
        terminal.say(`Waiting for ${counted(underway.size, 'call')} on the way. Ctrl+C once more leaves at once.`)
      }
      await runner.stop({ patience: underway.size > 0 ? patience : 0 })
    }
  }
}
