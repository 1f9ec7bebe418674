import type { CaptureEvent } from '../../../preload/contract/capture.ts'
import type { Archive } from '../../archive.ts'
import { problemOf } from '../../bridge/problem.ts'
import type { RegionQuestion } from '../../capture/flow/event.ts'
import { asFailure, Failure } from '../../failure.ts'
import type { Job } from '../../jobs/job.ts'
import type { RunnerEvent } from '../../jobs/runner/events.ts'
import { saying } from '../../saying.ts'
import type { TaskName } from '../../tasks/options.ts'
import { awaitJob } from './await-job.ts'

export interface AskingPorts {
  readonly archive: () => Pick<Archive, 'keep' | 'queue' | 'library'>
  /** Hears what the runner of this process tells; answers the function that stops it. */
  readonly onRunner: (listener: (event: RunnerEvent) => void) => () => void
  /** Id of the preset that is asked. */
  readonly provider: () => string
  /** What a new capture is called in the library. */
  readonly name: () => string
}

const tasks: Readonly<Record<RegionQuestion['action'], TaskName>> = {
  ask: 'ask',
  describe: 'describe',
  chart: 'chart',
  boxes: 'detect'
}

/**
 * Asks a vision model about a picture, by the queue. `tell` hears the answer grow, then the whole of it, or a problem. When
 * nobody listens any more the answer still gets into the library. Never rejects.
 */
export function createAsking({ archive, onRunner, provider, name }: AskingPorts) {
  return async (
    bytes: Uint8Array,
    { action, question }: RegionQuestion,
    tell: (event: CaptureEvent) => void
  ): Promise<void> => {
    try {
      const { keep, queue, library } = archive()
      const picture = await keep({ bytes })
      const { id } = queue.add({
        picture,
        name: name(),
        source: 'capture',
        task: tasks[action],
        engine: provider(),
        parameters: question === undefined ? {} : { question },
        priority: 'person'
      })
      const stop = onRunner(follow(id, tell))
      try {
        const job = await awaitJob(queue, id)
        if (job.state !== 'done') throw failureOf(job)
        tell({ kind: 'answered', entry: id, text: library.entries.get(id).result?.text ?? '' })
      } finally {
        stop()
      }
    } catch (thrown) {
      tell({ kind: 'problem', problem: problemOf(asFailure(thrown)) })
    }
  }
}

/** Tells what comes of the answer to one job. */
function follow(id: number, tell: (event: CaptureEvent) => void): (event: RunnerEvent) => void {
  let hasBegun = false
  return (event) => {
    if (event.kind === 'started' && event.job.id === id && hasBegun) tell({ kind: 'again', entry: id })
    if (event.kind !== 'text' || event.id !== id) return
    hasBegun = true
    tell({ kind: 'answer', entry: id, delta: event.delta })
  }
}

function failureOf({ failure, reason, state }: Job): Failure {
  if (failure !== undefined) {
    return new Failure(failure.code, failure.message, failure)
  }
  if (state === 'cancelled') return new Failure('cancelled', 'Cancelled.')
  if (reason === 'offline') {
    return new Failure('vision-network', 'There is no network.', {
      advice: 'The question waits in the library, and is asked when the network is back.',
      saying: saying('work.waits-offline')
    })
  }
  return new Failure('vision-rate', 'The question has to wait.', {
    advice: 'It waits in the library, which says why and until when.',
    saying: saying('work.waits')
  })
}
