import { onTestFinished } from 'vitest'
import type { Clock } from '../../../../main/jobs/clock.ts'
import type { Job, JobResult } from '../../../../main/jobs/job.ts'
import { createQueue, type Queue } from '../../../../main/jobs/queue/queue.ts'
import type { RunnerEvent } from '../../../../main/jobs/runner/events.ts'
import type { Condition, Execution, Executor, Obstacle } from '../../../../main/jobs/runner/executor.ts'
import { createRunner, type Runner, type RunnerOptions } from '../../../../main/jobs/runner/runner.ts'
import type { Store } from '../../../../main/store/store.ts'
import { noon, result, storeIn, temporaryFolder } from '../queue/library.ts'

/** A clock that stands still until it is moved. */
export interface HandClock extends Clock {
  /** Moves on, ringing what is due in order. */
  readonly pass: (milliseconds: number) => void
}

/** Starts at noon. */
export function handClock(): HandClock {
  let now = noon
  let timers: { readonly at: number; readonly work: () => void }[] = []
  return {
    now: () => now,
    after: (milliseconds, work) => {
      const timer = { at: now + milliseconds, work }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass: (milliseconds) => {
      const end = now + milliseconds
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).toSorted((left, right) => left.at - right.at)[0]
        if (due === undefined) break
        timers = timers.filter((other) => other !== due)
        now = Math.max(now, due.at)
        due.work()
      }
      now = end
    }
  }
}

/** Work that ends when the test says so. */
export interface Task {
  readonly job: Job
  readonly execution: Execution
  readonly finish: (brought?: JobResult) => void
  readonly fail: (failure: unknown) => void
}

/** A runner whose executors are the test's hands. */
export interface Stage {
  readonly clock: HandClock
  readonly store: Store
  readonly queue: Queue
  readonly runner: Runner
  readonly events: readonly RunnerEvent[]
  /** The first work begun and not yet asked for. */
  readonly next: () => Promise<Task>
  /** Work begun and not yet asked for. */
  readonly begun: () => number
  /** The next event of a kind that has not been asked for. */
  readonly event: <Kind extends RunnerEvent['kind']>(kind: Kind) => Promise<Extract<RunnerEvent, { kind: Kind }>>
  readonly happens: (condition: Condition) => void
}

export interface StageOptions extends Partial<Pick<RunnerOptions, 'concurrency' | 'engineConcurrency' | 'hasRoom'>> {
  readonly obstacle?: (job: Job) => Obstacle | undefined
  /** Default: a new one. */
  readonly store?: Store
  /** Work does not hear that it is called off. */
  readonly deaf?: boolean
  /** Lays hands on the queue before the runner has it. */
  readonly change?: (queue: Queue) => Queue
}

/** Nothing has started. Everything ends with the test. */
export function stage({
  obstacle,
  change,
  deaf = false,
  store = storeIn(temporaryFolder()),
  ...options
}: StageOptions = {}): Stage {
  const clock = handClock()
  const made = createQueue({ store, now: clock.now })
  const queue = change?.(made) ?? made
  const events: RunnerEvent[] = []
  const tasks = line<Task>()
  const lines = new Map<string, Line<RunnerEvent>>()
  const lineOf = (kind: string): Line<RunnerEvent> => {
    const known = lines.get(kind) ?? line<RunnerEvent>()
    lines.set(kind, known)
    return known
  }
  const executor: Executor = {
    ...(obstacle && { obstacle }),
    execute: (job, execution) =>
      new Promise((resolve, reject) => {
        if (!deaf) execution.signal.addEventListener('abort', () => reject(execution.signal.reason))
        tasks.put({ job, execution, finish: (brought = result) => resolve(brought), fail: reject })
      })
  }
  let hear: ((condition: Condition) => void) | undefined
  const runner = createRunner({
    queue,
    clock,
    executors: { device: executor, vision: executor },
    hasRoom: () => Promise.resolve(true),
    ...options,
    conditions: (happened) => {
      hear = happened
      return () => {
        hear = undefined
      }
    },
    onEvent: (event) => {
      events.push(event)
      lineOf(event.kind).put(event)
    }
  })
  onTestFinished(() => runner.stop())
  return {
    clock,
    store,
    queue,
    runner,
    events,
    next: tasks.take,
    begun: tasks.length,
    event: async (kind) => (await lineOf(kind).take()) as never,
    happens: (condition) => hear?.(condition)
  }
}

interface Line<T> {
  readonly put: (value: T) => void
  readonly take: () => Promise<T>
  readonly length: () => number
}

/** Values in the order in which they came, for those who ask in order. */
function line<T>(): Line<T> {
  const values: T[] = []
  const waiting: ((value: T) => void)[] = []
  return {
    put: (value) => {
      const first = waiting.shift()
      if (first === undefined) values.push(value)
      else first(value)
    },
    take: () => {
      const [first] = values.splice(0, 1)
      return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first)
    },
    length: () => values.length
  }
}
