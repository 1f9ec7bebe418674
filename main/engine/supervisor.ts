import { setTimeout as delay } from 'node:timers/promises'
import { type EngineChild, startChild } from './child.ts'
import type { CrashBudget } from './crashes.ts'
import { classifyExit, describeExit, type Exit, isCrash } from './death.ts'
import type { LaunchPlan } from './launch.ts'
import type { EngineLogLine } from './options.ts'
import { notStartable, StartFailure, untilReady, waitBeforeStart } from './start.ts'
import { engineClosed } from './turns.ts'

export interface SupervisorOptions {
  /** Decided anew at each start. */
  readonly plan: () => Promise<LaunchPlan>
  readonly crashes: CrashBudget
  readonly softBytes: number
  readonly idleMilliseconds: number
  readonly startMilliseconds: number
  readonly graceMilliseconds: number
  readonly log: (line: EngineLogLine) => void
}

export interface SupervisorStatus {
  readonly state: 'stopped' | 'starting' | 'running' | 'closed'
  readonly pid?: number
  /** Version of Node that the process runs. */
  readonly node?: string
  /** Resident memory in bytes that came with its last answer. */
  readonly rss?: number
  readonly crashes: number
  /** Processes started after the first one, for whatever reason. */
  readonly restarts: number
}

/** Keeps at most one engine process, for one user at a time. */
export interface Supervisor {
  /** A process that is ready, started when there is none. Throws `engine-not-startable`, `engine-closed` or `disk`. */
  readonly obtain: () => Promise<EngineChild>
  /** Notes the resident memory in bytes that came with an answer. */
  readonly measured: (rss: number) => void
  /** The user is done: the process is replaced when it has grown beyond its soft ceiling, and unloaded when idle. */
  readonly rest: () => void
  /** Ends the process; the next `obtain` starts another. Only for the one whose turn it is. */
  readonly unload: () => Promise<void>
  /** Ends it for good, in the middle of whatever it does. */
  readonly close: () => Promise<void>
  readonly status: () => SupervisorStatus
}

interface Ready {
  readonly child: EngineChild
  readonly node: string
}

export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { crashes, log } = options
  const closing = new AbortController()
  let child: EngineChild | undefined
  let node: string | undefined
  let rss: number | undefined
  let starting: Promise<Ready> | undefined
  let leaving: Promise<void> | undefined
  let idle: NodeJS.Timeout | undefined
  let held = false
  let starts = 0

  const hold = (now: boolean): void => {
    held = now
    child?.hold(now)
  }

  const bury = (dead: EngineChild, exit: Exit): void => {
    if (child === dead) child = undefined
    const kind = classifyExit(exit)
    if (isCrash(kind)) crashes.record(performance.now())
    log({
      level: isCrash(kind) ? 'error' : 'info',
      message: `Engine ${dead.pid ?? 'without a process'} ended: ${kind}`,
      detail: describeExit(exit)
    })
  }

  const launch = async (): Promise<Ready> => {
    await leaving
    await delay(waitBeforeStart(crashes, performance.now()), undefined, { signal: closing.signal })
    const plan = await options.plan()
    closing.signal.throwIfAborted()
    const born = startChild(plan)
    child = born
    rss = undefined
    starts += 1
    born.hold(held)
    void born.ended.then((exit) => bury(born, exit))
    const version = await untilReady(born, options.startMilliseconds)
    log({ level: 'info', message: `Engine ${born.pid} is ready: Node ${version}` })
    return { child: born, node: version }
  }

  const start = async (): Promise<Ready> => {
    try {
      return await launch().catch((thrown: unknown) => {
        if (!(thrown instanceof StartFailure && thrown.mayPass)) throw thrown
        return launch()
      })
    } catch (thrown) {
      throw closing.signal.aborted ? engineClosed() : notStartable(thrown)
    }
  }

  const unload = async (): Promise<void> => {
    clearTimeout(idle)
    await starting?.catch(() => undefined)
    const present = child
    child = undefined
    if (present !== undefined) leaving = present.retire(options.graceMilliseconds)
    await leaving
  }

  const unloadWhenIdle = (): void => {
    if (options.idleMilliseconds === 0) return
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (starting === undefined) void unload()
      else unloadWhenIdle()
    }, options.idleMilliseconds).unref()
  }

  return {
    obtain: async () => {
      clearTimeout(idle)
      if (closing.signal.aborted) throw engineClosed()
      hold(true)
      if (starting === undefined && child?.alive() === true) return child
      starting ??= start().finally(() => {
        starting = undefined
      })
      const ready = await starting
      node = ready.node
      return ready.child
    },
    measured: (bytes) => {
      rss = bytes
    },
    rest: () => {
      if (closing.signal.aborted) return
      hold(false)
      if (rss === undefined || rss <= options.softBytes) {
        unloadWhenIdle()
        return
      }
      log({ level: 'info', message: `Engine ${child?.pid} is replaced: it has grown to ${Math.round(rss / 1e6)} MB` })
      rss = undefined
      void unload()
    },
    unload: async () => {
      hold(true)
      await unload()
    },
    close: async () => {
      closing.abort()
      clearTimeout(idle)
      child?.hold(true)
      child?.kill('closed')
      await Promise.allSettled([leaving, child?.ended, starting])
    },
    status: () => ({
      state: closing.signal.aborted ? 'closed' : starting ? 'starting' : child ? 'running' : 'stopped',
      ...(child?.pid === undefined ? {} : { pid: child.pid }),
      ...(child === undefined || node === undefined ? {} : { node }),
      ...(rss === undefined ? {} : { rss }),
      crashes: crashes.total(),
      restarts: Math.max(0, starts - 1)
    })
  }
}
