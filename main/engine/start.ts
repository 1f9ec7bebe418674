import { Failure } from '../failure.ts'
import type { EngineChild } from './child.ts'
import type { CrashBudget } from './crashes.ts'
import { describeExit } from './death.ts'

/** An engine process that never became ready. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
  /** Whether a second try may do better: not when there is no such program, nor after a long wait. */
  readonly mayPass: boolean

  constructor(message: string, mayPass: boolean) {
    super(message)
    this.mayPass = mayPass
  }
}

/** Resolves with the version of Node that the engine runs. Kills it when it is not ready in time. */
export async function untilReady(child: EngineChild, limitMilliseconds: number): Promise<string> {
  const timer = setTimeout(() => child.kill('start-timeout'), limitMilliseconds).unref()
  const ready = Promise.withResolvers<string>()
  const unlisten = child.listen((message) => {
    if (message.kind === 'ready') ready.resolve(message.node)
  })
  const died = child.ended.then((exit) => {
    const mayPass = child.pid !== undefined && exit.killedFor === undefined
    throw new StartFailure(describeExit(exit), mayPass)
  })
  try {
    return await Promise.race([ready.promise, died])
  } finally {
    clearTimeout(timer)
    unlisten()
  }
}

/** How long to wait before the next start, in milliseconds. Throws `engine-not-startable` when it crashed too often. */
export function waitBeforeStart(crashes: CrashBudget, now: number): number {
  const barred = crashes.barred(now)
  if (barred > 0) {
    throw new Failure('engine-not-startable', 'The reading engine crashed several times in a row and is left alone.', {
      advice: `Try again in ${Math.ceil(barred / 1000)} s. "glyphlens doctor" tells what is wrong with it.`
    })
  }
  return crashes.backoff(now)
}

/** What the person is told when there is no engine to be had. A `Failure` says it better and passes through. */
export function notStartable(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  return new Failure('engine-not-startable', 'The reading engine could not be started.', {
    advice: 'Run "glyphlens doctor" to see what is wrong, or install Glyphlens anew.',
    cause: thrown
  })
}
