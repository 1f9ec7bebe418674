import { type ChildProcess, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { countOomKills, type Exit, type KillReason } from './death.ts'
import type { LaunchPlan } from './launch.ts'
import { createUnframer, frame } from './protocol/frames.ts'
import { type FromEngine, fromEngine, type ToEngine } from './protocol/messages.ts'
import { keepTail } from './tail.ts'

/** One engine process, from its start to its end. */
export interface EngineChild {
  /** Undefined when the process could not be started. */
  readonly pid: number | undefined
  /** Resolves when the process is gone and its pipes are drained; never rejects. */
  readonly ended: Promise<Exit>
  readonly alive: () => boolean
  readonly send: (message: ToEngine) => void
  /** Calls `handle` with each message until the function that it gives back is called. */
  readonly listen: (handle: (message: FromEngine) => void) => () => void
  /** Ends it at once, whatever it does. */
  readonly kill: (reason: KillReason) => void
  /** Asks it to exit, and kills it when it has not after `graceMilliseconds`. */
  readonly retire: (graceMilliseconds: number) => Promise<void>
  /** While held, the app does not end by itself. */
  readonly hold: (held: boolean) => void
}

const tailBytes = 16 * 1024
/** How long the pipes of a dead process may take to be read to their end. */
const drainMilliseconds = 1000

/**
 * Starts an engine process. It talks over plain pipes and not over Node's own IPC channel: bytes that are no message
 * make that channel throw out of the event loop of the app, and nothing limits their number.
 */
export function startChild(plan: LaunchPlan): EngineChild {
  const oomKills = countOomKills()
  const child = spawn(plan.command, plan.args, {
    cwd: plan.folder,
    env: { ...plan.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true
  })
  const { stdin, stdout, stderr } = child
  const tail = keepTail(stderr, tailBytes)
  let killedFor: KillReason | undefined
  let alive = child.pid !== undefined

  const kill = (reason: KillReason): void => {
    if (!alive) return
    killedFor ??= reason
    child.kill('SIGKILL')
  }

  const ended = endOf(child).then(({ code, signal, error }): Exit => {
    alive = false
    return {
      code,
      signal,
      stderr: error === undefined ? tail() : error.message,
      oomKills: countOomKills() - oomKills,
      ...(killedFor === undefined ? {} : { killedFor })
    }
  })
  // A pipe breaks when its process ends, and `ended` tells of that.
  for (const pipe of [stdin, stdout, stderr]) pipe.on('error', () => undefined)

  const holdAll = (held: boolean): void => {
    for (const handle of [child, stdin, stdout, stderr]) hold(handle, held)
  }

  return {
    pid: child.pid,
    ended,
    alive: () => alive,
    send: (message) => {
      stdin.write(frame(message))
    },
    listen: subscribe(stdout, () => kill('protocol')),
    kill,
    retire: async (graceMilliseconds) => {
      killedFor ??= 'retired'
      // Whoever waits for the end must not find the event loop empty before it.
      holdAll(true)
      stdin.end()
      const timer = setTimeout(() => kill('retired'), graceMilliseconds)
      await ended
      clearTimeout(timer)
    },
    hold: holdAll
  }
}

interface End {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly error?: Error
}

function endOf(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    // `close` rather than `exit`: by then everything that it said has been read.
    child.on('close', (code, signal) => resolve({ code, signal }))
    // A pipe that something else keeps open must not keep the request waiting.
    child.on('exit', () => setTimeout(() => closePipes(child), drainMilliseconds).unref())
    child.on('error', (error) => {
      // Also told when a kill fails; only a process that never was ends here.
      if (child.pid === undefined) resolve({ code: null, signal: null, error })
    })
  })
}

function closePipes({ stdin, stdout, stderr }: ChildProcess): void {
  for (const stream of [stdin, stdout, stderr]) stream?.destroy()
}

function subscribe(output: Readable, onNonsense: () => void): EngineChild['listen'] {
  const handlers = new Set<(message: FromEngine) => void>()
  const unframe = createUnframer((raw) => {
    const message = fromEngine.parse(raw)
    for (const handle of handlers) handle(message)
  })
  const read = (chunk: Buffer): void => {
    try {
      unframe(chunk)
    } catch {
      // What it says is not to be trusted any further.
      output.off('data', read)
      output.resume()
      onNonsense()
    }
  }
  output.on('data', read)
  return (handle) => {
    handlers.add(handle)
    return () => {
      handlers.delete(handle)
    }
  }
}

function hold(handle: ChildProcess | Readable | Writable, held: boolean): void {
  if (!(handle instanceof Socket) && !('kill' in handle)) return
  if (held) handle.ref()
  else handle.unref()
}
