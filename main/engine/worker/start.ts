import type { Worker } from 'node:worker_threads'
import { launch } from '../protocol/launch.ts'
import { startAsideThread } from './aside/start-thread.ts'
import { createChannel } from './channel.ts'
import { denyNetwork } from './network.ts'
import { serve } from './serve.ts'
import type { Service } from './service.ts'
import { startWatchdog } from './watchdog.ts'

/** What the service may know of how the engine was started. */
export interface ServiceOptions {
  /** Folder for prepared graphs, writable; absent when nothing is to be kept. */
  readonly cache?: string
  /** Files of fonts with Chinese characters, best first. */
  readonly fonts: readonly string[]
  /** Looks for codes and rulings. */
  readonly aside: Worker
}

/**
 * Runs the engine in this process, from its arguments and standard pipes. `load` brings the service in and is called
 * once the network is closed and the watchdog is awake: no native code is loaded before.
 */
export async function startEngine(load: (options: ServiceOptions) => Promise<Service>): Promise<void> {
  const { hardBytes, cache, fonts } = launch.parse(JSON.parse(process.argv[2] ?? '{}'))
  // Before the watchdog, after which no thread can be started.
  const aside = startAsideThread()
  startWatchdog({ hardBytes, everyMilliseconds: 100 })
  denyNetwork()
  keepStandardOutputForAnswers()
  // Ctrl+C in a terminal reaches the engine too; the app decides what it means, and closes the pipe.
  process.on('SIGINT', () => undefined)
  const channel = createChannel(process.stdin, process.stdout, () => process.exit(0))
  serve(await load({ fonts, aside, ...(cache !== undefined && { cache }) }), channel)
  channel.send({ kind: 'ready', pid: process.pid, node: process.version })
}

/** A library that logs with `console.log` would otherwise write between two messages. */
function keepStandardOutputForAnswers(): void {
  for (const method of ['log', 'info', 'debug', 'dir'] as const) console[method] = console.error
}
