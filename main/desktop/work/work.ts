import type { Archive } from '../../archive.ts'
import type { News } from '../../bridge/news.ts'
import { asFailure, Failure } from '../../failure.ts'
import type { Batches } from '../../jobs/batch/batches.ts'
import type { BatchEvent } from '../../jobs/batch/events.ts'
import type { Progress, RunnerEvent } from '../../jobs/runner/events.ts'
import type { Conditions } from '../../jobs/runner/executor.ts'
import type { Runner } from '../../jobs/runner/runner.ts'
import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'
import { saying } from '../../saying.ts'

export interface WorkPorts {
  readonly open: () => Archive
  readonly conditions: Conditions
  readonly news: News
  readonly log: Log
}

/** The library and the queue, with what works in this process. */
export interface Work {
  /** Opens them when they are not, and begins to work. Throws what `openArchive` throws, each time until it is open. */
  readonly archive: () => Archive
  readonly batches: () => Batches
  /** Of nothing, before the archive is open. */
  readonly progress: () => Progress
  /** Whether nothing runs and nothing can be taken. */
  readonly isIdle: () => boolean
  readonly onRunner: (listener: (event: RunnerEvent) => void) => () => void
  /** Hears that something changed, here or in another process. */
  readonly onChange: (listener: () => void) => void
  /**
   * Ends all work for now, as `stop` does, and gives nobody the archive until the answer is called. Throws what `archive`
   * throws.
   */
  readonly hold: (patience: number) => Promise<() => void>
  /** Takes nothing more; what runs may end within `patience` milliseconds, else it goes back into the queue. */
  readonly stop: (patience: number) => Promise<void>
}

interface Running {
  readonly archive: Archive
  readonly runner: Runner
  readonly batches: Batches
  readonly unsubscribe: () => void
}

const nothing: Progress = {
  done: 0,
  failed: 0,
  remaining: { device: 0, vision: 0 },
  rate: undefined,
  timeLeft: undefined
}

export function createWork({ open, conditions, news, log }: WorkPorts): Work {
  const listeners = new Set<(event: RunnerEvent) => void>()
  const changeListeners = new Set<() => void>()
  let running: Running | undefined
  let isStopped = false
  let isHeld = false
  let isIdle = true

  const heard = (event: RunnerEvent): void => {
    if (event.kind === 'started') isIdle = false
    if (event.kind === 'idle') isIdle = true
    if (event.kind === 'trouble')
      log({ level: 'warning', message: 'the queue is in trouble', detail: describe(event.failure) })
    news.runner(event)
    for (const listener of listeners) listener(event)
  }
  const heardOfBatch = (event: BatchEvent): void => {
    if (event.kind === 'trouble') log({ level: 'warning', message: `batch ${event.batch}: ${event.failure.code}` })
    news.batch(event)
  }
  const begin = (archive: Archive): Running => {
    const runner = archive.createRunner({ conditions, onEvent: heard })
    const batches = archive.createBatches(heardOfBatch)
    const unsubscribe = archive.queue.subscribe(() => {
      news.queueChanged()
      for (const listener of changeListeners) listener()
    })
    // What cannot be written is read all the same.
    if (!archive.store.readOnly) {
      runner.start()
      batches.resumeAll()
    }
    return { archive, runner, batches, unsubscribe }
  }
  const opened = (): Running => {
    if (isHeld) throw held()
    if (running !== undefined) return running
    if (isStopped) throw asFailure(new DOMException('The app ends.', 'AbortError'))
    running = begin(open())
    return running
  }

  const end = async (patience: number): Promise<void> => {
    running?.unsubscribe()
    // At once: while the one ends, the other must not begin anything.
    await Promise.all([running?.batches.stop(), running?.runner.stop({ patience })])
  }

  return {
    archive: () => opened().archive,
    batches: () => opened().batches,
    progress: () => running?.runner.progress() ?? nothing,
    isIdle: () => isIdle,
    onRunner: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onChange: (listener) => void changeListeners.add(listener),
    hold: async (patience) => {
      const { archive } = opened()
      isHeld = true
      await end(patience)
      running = undefined
      return () => {
        isHeld = false
        if (!isStopped) running = begin(archive)
      }
    },
    stop: async (patience) => {
      isStopped = true
      await end(patience)
      news.stop()
    }
  }
}

function held(): Failure {
  return new Failure('library-busy', 'The library is being moved.', {
    advice: 'Wait until it is there.',
    saying: saying('library.being-moved')
  })
}
