import { asFailure, Failure } from '../../failure.ts'
import { type Clock, systemClock } from '../clock.ts'
import { isDiskFull } from '../disk-full.ts'
import type { Job, Lane } from '../job.ts'
import type { Queue } from '../queue/queue.ts'
import { createAlarm } from './alarm.ts'
import { createCrew } from './crew.ts'
import type { Progress, RunnerEvent } from './events.ts'
import type { Condition, Conditions, Executors } from './executor.ts'
import { createMeter } from './meter.ts'
import { createPersist } from './persist.ts'
import { createRoom } from './room.ts'

/** Works the queue off, in this process. */
export interface Runner {
  /** Takes up what was left behind, and begins. */
  readonly start: () => void
  readonly progress: () => Progress
  /**
   * Takes nothing more. What runs may end within `patience` milliseconds (default 0); then it is called off and goes back
   * into the queue, or asks the person where a call was on its way.
   */
  readonly stop: (options?: { readonly patience?: number }) => Promise<void>
}

export interface RunnerOptions {
  readonly queue: Queue
  readonly executors: Executors
  /** Jobs at a time; default 1 reading and 3 calls. */
  readonly concurrency?: Partial<Record<Lane, number>>
  /** Most calls at a time of one engine; default: as many as the lane has. */
  readonly engineConcurrency?: (engine: string) => number | undefined
  readonly clock?: Clock
  readonly conditions?: Conditions
  /** Whether the disk of the library has room to go on; asked only after it was full. */
  readonly hasRoom: () => Promise<boolean>
  readonly onEvent?: (event: RunnerEvent) => void
}

const lanes: readonly Lane[] = ['device', 'vision']

/** Changes come in bursts: a whole folder is added, a batch is cancelled. Milliseconds. */
const burst = 25
/** Milliseconds between progress events, but for the last. */
const progressPause = 200
/** Milliseconds before a queue is tried again that is busy, or that cannot be read or written. */
const pauses = { busy: 2000, trouble: 30_000 }
/** How long work that was called off may take to notice, in milliseconds. */
const abortPatience = 2000

/** A runner that has not started. */
export function createRunner(options: RunnerOptions): Runner {
  const { queue, executors, clock = systemClock, onEvent = () => {} } = options
  const { work } = queue
  let state: 'new' | 'working' | 'stopping' = 'new'
  let finishing = false
  let lastProgress = Number.NEGATIVE_INFINITY
  let lastIdle: { readonly next: number | undefined } | undefined

  const alarm = createAlarm(clock, () => turn({ recover: true }))
  const soon = createAlarm(clock, () => turn({ recover: true }))
  const meter = createMeter(clock.now)
  const room = createRoom({
    clock,
    hasRoom: options.hasRoom,
    onFull: () => onEvent({ kind: 'disk-full' }),
    onRoom: () => {
      queue.wake('room-again')
      onEvent({ kind: 'room-again' })
    }
  })
  const crew = createCrew({
    work,
    executors,
    limits: { device: 1, vision: 3, ...options.concurrency },
    engineConcurrency: options.engineConcurrency ?? (() => undefined),
    clock,
    persist: createPersist({ clock, room, hurried: () => state === 'stopping' }),
    onEvent,
    onBegun: (lane) => {
      lastIdle = undefined
      meter.resumed(lane)
    },
    onHeld: queue.announce,
    onEnded: (job, lane) => {
      guarded(() => report(job, lane))
      turn({ recover: false })
    }
  })

  /** Gives work to whoever is free. The only place where jobs are taken. */
  function turn({ recover }: { readonly recover: boolean }): void {
    if (state !== 'working' || room.full()) return
    guarded(() => {
      if (recover) {
        work.recover(crew.busy())
        crew.keepOnly(work.held(crew.busy()))
      }
      for (const lane of lanes) crew.fill(lane)
      finishWishes()
      const next = work.nextTime()
      alarm.set(next)
      if (finishing || crew.busy().length > 0 || (lastIdle !== undefined && lastIdle.next === next)) return
      lastIdle = { next }
      onEvent({ kind: 'idle', next })
    })
  }

  /** They hold the queue up until somebody does the rest: those of this turn, and of a process that has died. */
  function finishWishes(): void {
    if (finishing) return
    const wishes = queue.finishWishes()
    if (wishes === undefined) return
    finishing = true
    void wishes
      .finally(() => {
        finishing = false
      })
      .then(
        () => soon.by(clock.now()),
        (thrown: unknown) =>
          guarded(() => {
            throw thrown
          })
      )
  }

  function report(job: Job, lane: Lane): void {
    const left = queue.get(job.id) ?? job
    meter.ended(lane, left.state === 'done' || left.state === 'failed' ? left.state : 'other')
    onEvent({ kind: 'left', job: left })
    queue.announce()
    if (left.reason === 'disk-full') waitForRoom()
    const remaining = work.open()
    if (remaining.device + remaining.vision > 0 && clock.now() - lastProgress < progressPause) return
    lastProgress = clock.now()
    onEvent({ kind: 'progress', progress: meter.progress(remaining) })
  }

  function waitForRoom(): void {
    void room.wait().then(() => soon.by(clock.now()))
  }

  /** Whatever hinders the queue itself is told, and tried again. */
  function guarded(step: () => void): void {
    try {
      step()
    } catch (thrown) {
      if (isDiskFull(thrown)) {
        waitForRoom()
        return
      }
      onEvent({ kind: 'trouble', failure: asFailure(thrown) })
      const busy = thrown instanceof Failure && thrown.code === 'library-busy'
      soon.by(clock.now() + (busy ? pauses.busy : pauses.trouble))
    }
  }

  function happened(condition: Condition): void {
    guarded(() => {
      if (condition.kind === 'online') queue.wake('online')
      if (condition.kind === 'key-added') queue.wake('key-added', condition.engine)
      if (condition.kind === 'room-again') room.look()
      // After sleep our own leases are over as well: they are renewed before anybody looks at those of others.
      if (condition.kind === 'resumed') crew.renew()
    })
    turn({ recover: true })
  }

  const stops: (() => void)[] = []

  return {
    start: () => {
      if (state !== 'new') return
      state = 'working'
      stops.push(queue.subscribe(() => soon.by(clock.now() + burst)))
      if (options.conditions !== undefined) stops.push(options.conditions(happened))
      guarded(() => {
        // What was missing when another process ended may have come since; what is missing still is found out at once.
        for (const event of ['online', 'key-added', 'room-again'] as const) queue.wake(event)
      })
      turn({ recover: true })
    },
    progress: () => meter.progress(work.open()),
    stop: async ({ patience = 0 } = {}) => {
      state = 'stopping'
      for (const stop of [...stops.splice(0), alarm.off, soon.off, room.giveUp]) stop()
      if (patience > 0) await crew.wait(patience)
      await crew.stop(abortPatience)
      alarm.off()
      soon.off()
    }
  }
}
