import { asFailure } from '../../failure.ts'
import { atMost, type Clock } from '../clock.ts'
import { isDiskFull } from '../disk-full.ts'
import type { Job, Lane } from '../job.ts'
import { leaseTime } from '../queue/take.ts'
import type { Work } from '../queue/work.ts'
import { createAlarm } from './alarm.ts'
import type { RunnerEvent } from './events.ts'
import { type Running, startExecution } from './execution.ts'
import type { Executors } from './executor.ts'
import type { Persist } from './persist.ts'

/** The jobs that this process is working on, and its promise to be alive. */
export interface Crew {
  /** Takes jobs while the lane has a turn left. */
  readonly fill: (lane: Lane) => void
  /** Ids of the jobs in work. */
  readonly busy: () => readonly number[]
  /** Calls off what is not among the jobs that this process holds: it was cancelled, or taken by another. */
  readonly keepOnly: (held: readonly number[]) => void
  /** Renews the leases now, and from time to time while there is work. */
  readonly renew: () => void
  /** Resolves when nothing is in work, or after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
  /** Calls all work off; what has not ended after so many milliseconds is given back all the same. */
  readonly stop: (milliseconds: number) => Promise<void>
}

export interface CrewOptions {
  readonly work: Work
  readonly executors: Executors
  readonly limits: Readonly<Record<Lane, number>>
  readonly engineConcurrency: (engine: string) => number | undefined
  readonly clock: Clock
  readonly persist: Persist
  readonly onEvent: (event: RunnerEvent) => void
  readonly onBegun: (lane: Lane) => void
  readonly onEnded: (job: Job, lane: Lane) => void
  /** A job, and others like it, wait for something that is missing: they were not begun. */
  readonly onHeld: () => void
}

/** An obstacle lasts at least this long, so that a job is not taken and put back without end. Milliseconds. */
const shortestHold = 1000

/** A crew without work. */
export function createCrew(options: CrewOptions): Crew {
  const { work, executors, limits, clock, onEvent } = options
  const active = new Map<number, Running>()
  const waiters: (() => void)[] = []
  const pulse = createAlarm(clock, renew)
  /** What has not ended by now was given back: what still comes of it is for nobody, and the library may be closed. */
  let isOver = false

  const inLane = (lane: Lane): number => [...active.values()].filter((running) => running.lane === lane).length

  const busyEngines = (): string[] => {
    const engines = [...active.values()].map(({ job }) => job.engine)
    return [...new Set(engines)].filter((engine) => {
      const most = options.engineConcurrency(engine) ?? Number.POSITIVE_INFINITY
      return engines.filter((other) => other === engine).length >= most
    })
  }

  function begin(job: Job, lane: Lane): void {
    if (inLane(lane) === 0) options.onBegun(lane)
    const running = startExecution(job, { ...options, executor: executors[lane] })
    active.set(job.id, running)
    pulse.by(clock.now() + leaseTime / 3)
    onEvent({ kind: 'started', job })
    const trouble = (thrown: unknown): void => {
      if (!isOver) onEvent({ kind: 'trouble', failure: asFailure(thrown) })
    }
    running.ended
      .catch(trouble)
      .then(() => left(running))
      .catch(trouble)
  }

  function left({ job, lane }: Running): void {
    if (isOver) return
    active.delete(job.id)
    if (active.size === 0) {
      pulse.off()
      for (const tell of waiters.splice(0)) tell()
    }
    options.onEnded(job, lane)
  }

  function keepOnly(held: readonly number[]): void {
    for (const [id, running] of active) if (!held.includes(id)) running.abort('lost')
  }

  function renew(): void {
    if (active.size === 0) return
    pulse.set(clock.now() + leaseTime / 3)
    try {
      keepOnly(work.renew([...active.keys()]))
    } catch (thrown) {
      // Missed once, it comes in time again; a full disk has its own way of being told.
      if (!isDiskFull(thrown)) onEvent({ kind: 'trouble', failure: asFailure(thrown) })
    }
  }

  function giveBack(job: Job): void {
    try {
      work.release(job.id)
    } catch (thrown) {
      // The process ends: others see that, and take the job up.
      onEvent({ kind: 'trouble', failure: asFailure(thrown) })
    }
  }

  const empty = (): Promise<void> =>
    active.size === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))

  return {
    fill: (lane) => {
      while (inLane(lane) < limits[lane]) {
        const job = work.take({ lane, busy: busyEngines() })
        if (job === undefined) return
        const obstacle = executors[lane].obstacle?.(job)
        if (obstacle === undefined) begin(job, lane)
        else {
          work.hold(job, { ...obstacle, ...atLeast(obstacle.notBefore, clock.now()) }, obstacle.failure)
          options.onHeld()
        }
      }
    },
    busy: () => [...active.keys()],
    keepOnly,
    renew,
    wait: (milliseconds) => atMost(clock, milliseconds, empty()),
    stop: async (milliseconds) => {
      for (const running of active.values()) running.abort('stop')
      await atMost(clock, milliseconds, empty())
      pulse.off()
      isOver = true
      for (const { job } of active.values()) giveBack(job)
      active.clear()
    }
  }
}

function atLeast(notBefore: number | undefined, now: number): { readonly notBefore: number | undefined } {
  return { notBefore: notBefore === undefined ? undefined : Math.max(notBefore, now + shortestHold) }
}
