import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ChildMessage } from './child.ts'
import type { CountingServer } from './server.ts'

/** A process that works on the library. */
export interface Life {
  readonly folder: string
  readonly server: CountingServer
  /** Milliseconds for each KiB that is read. */
  readonly slowness: number
  readonly onMessage: (message: ChildMessage) => void
}

/** Runs a process and kills it at a moment drawn by lot: while it starts, between two things it tells, around a call. */
export async function liveAndDie(life: Life, random: () => number): Promise<void> {
  const child = spawn(life)
  const exited = once(child, 'exit')
  const kill = (): void => {
    child.kill('SIGKILL')
  }
  const forget = choose(child, life.server, random, kill)
  child.on('message', (message: ChildMessage) => {
    life.onMessage(message)
    // Nothing is left to do but what a person has to decide.
    if (message.kind === 'idle') kill()
  })
  const [code, signal] = (await exited) as [number | null, string | null]
  forget()
  if (signal !== 'SIGKILL') throw new Error(`the process ended by itself: ${code ?? signal}`)
}

/** Runs a process until it has nothing to do, and stops it in good order. */
export async function liveToTheEnd(life: Life): Promise<void> {
  const child = spawn(life)
  const exited = once(child, 'exit')
  child.on('message', (message: ChildMessage) => {
    life.onMessage(message)
    if (message.kind === 'idle') child.send('stop')
  })
  const [code] = (await exited) as [number | null]
  if (code !== 0) throw new Error(`the process ended with ${code}`)
}

function spawn({ folder, server, slowness }: Life): ChildProcess {
  return fork(join(import.meta.dirname, 'child.ts'), [folder, server.url, String(slowness)], { stdio: 'inherit' })
}

/** Chooses the moment; answers the function that forgets it. */
function choose(child: ChildProcess, server: CountingServer, random: () => number, kill: () => void): () => void {
  const kind = random()
  if (kind < 0.2) {
    const timer = setTimeout(kill, random() * 400)
    return () => clearTimeout(timer)
  }
  let left = 1 + Math.floor(random() * 6)
  let timer: NodeJS.Timeout | undefined
  const count = (): void => {
    left -= 1
    // Around the first byte, the last byte, and the writing of what came.
    if (left === 0) timer = setTimeout(kill, random() * 60)
  }
  const forget = kind < 0.6 ? server.onAsked(count) : undefined
  if (forget === undefined) child.on('message', count)
  return () => {
    forget?.()
    clearTimeout(timer)
  }
}
