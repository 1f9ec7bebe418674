import { asFailure, cancelled, Failure } from '../../failure.ts'
import { type Job, type JobResult, type JobUsage, type Lane, laneOf } from '../job.ts'
import type { Part } from '../queue/results.ts'
import type { Work } from '../queue/work.ts'
import type { CallMark } from '../standing.ts'
import type { JobFailure } from '../waiting.ts'
import type { RunnerEvent } from './events.ts'
import type { Execution, Executor } from './executor.ts'

/** A job that is being worked on. */
export interface Running {
  readonly job: Job
  readonly lane: Lane
  /** Ends the work; what becomes of the job is known already (`lost`), or it goes back (`stop`). */
  readonly abort: (why: 'lost' | 'stop') => void
  /** Settles when the work has ended and what came of it is written. Rejects when it could not be written. */
  readonly ended: Promise<void>
}

export interface ExecutionOptions {
  readonly work: Work
  readonly executor: Executor
  readonly onEvent: (event: RunnerEvent) => void
  /** Writes to the queue, waiting for room and for other processes where it has to. */
  readonly persist: <T>(write: () => T) => Promise<T>
}

/** Starts the work of a job that was taken. */
export function startExecution(job: Job, options: ExecutionOptions): Running {
  const controller = new AbortController()
  let why: 'lost' | 'stop' | undefined
  return {
    job,
    lane: laneOf(job.engine),
    abort: (reason) => {
      why ??= reason
      controller.abort()
    },
    ended: work(job, controller.signal, () => why, options)
  }
}

async function work(
  job: Job,
  signal: AbortSignal,
  why: () => 'lost' | 'stop' | undefined,
  options: ExecutionOptions
): Promise<void> {
  const { work: queue, executor, persist } = options
  try {
    const result = await execute(job, executor, executionOf(job, signal, options))
    await persist(() => queue.finish(job.id, result))
  } catch (thrown) {
    if (why() === 'lost') return
    if (why() === 'stop') await persist(() => queue.release(job.id))
    else await persist(() => queue.fail(job.id, jobFailure(thrown)))
  }
}

/** An executor that throws before its first wait rejects as well. */
async function execute(job: Job, executor: Executor, execution: Execution): Promise<JobResult> {
  return await executor.execute(job, execution)
}

function executionOf(job: Job, signal: AbortSignal, { work: queue, onEvent }: ExecutionOptions): Execution {
  return {
    signal,
    parts: queue.parts(job.id),
    mark: (mark: CallMark) => mustBeOurs(!signal.aborted && queue.mark(job.id, mark)),
    savePart: (part: Part, usage?: JobUsage) => mustBeOurs(queue.savePart(job.id, part, usage)),
    onText: (delta) => onEvent({ kind: 'text', id: job.id, delta }),
    onAgain: () => onEvent({ kind: 'again', id: job.id }),
    onProgress: (done) => onEvent({ kind: 'working', id: job.id, done })
  }
}

function mustBeOurs(ours: boolean): void {
  if (!ours) throw cancelled()
}

/** A person cancels through the queue, which ends our lease: whoever else calls work off has not asked anybody. */
function jobFailure(thrown: unknown): JobFailure {
  const failure = asFailure(thrown)
  if (failure.code !== 'cancelled') return failure
  return new Failure('internal', 'The work ended without a result.', { advice: 'Try again.', cause: thrown })
}
