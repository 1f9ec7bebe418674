import { Worker } from 'node:worker_threads'
import { outOfMemoryMark } from '../protocol/launch.ts'

export interface WatchdogOptions {
  /** Resident memory in bytes at which the process is ended. */
  readonly hardBytes: number
  /** How often it looks, in milliseconds. */
  readonly everyMilliseconds: number
}

/**
 * The program of the thread. Plain JavaScript in a string on purpose: a TypeScript file costs the thread 28 MB, this
 * costs 18.
 */
const program = `
  const { workerData } = require('node:worker_threads')
  const { writeSync } = require('node:fs')
  const { hardBytes, everyMilliseconds, parent, mark } = workerData
  function isOrphan() {
    if (process.ppid !== parent) return true
    // Windows keeps telling the parent that was.
    try { return !process.kill(parent, 0) } catch { return true }
  }
  setInterval(() => {
    const rss = process.memoryUsage.rss()
    if (rss > hardBytes) writeSync(2, '\\n' + mark + ': ' + Math.round(rss / 1e6) + ' MB\\n')
    if (rss > hardBytes || isOrphan()) process.kill(process.pid, 'SIGKILL')
  }, everyMilliseconds)
`

/**
 * Starts a thread that ends this process when it takes too much memory or when the app is gone. The main thread
 * cannot see to that: native calls block it for seconds, and a hang for good.
 */
export function startWatchdog({ hardBytes, everyMilliseconds }: WatchdogOptions): void {
  const thread = new Worker(program, {
    eval: true,
    env: {},
    workerData: { hardBytes, everyMilliseconds, parent: process.ppid, mark: outOfMemoryMark },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }
  })
  thread.unref()
  // A thread started without the permission flags would be free of them, so this was the last one.
  dropPermission('worker')
}

/** Gives a permission up for good. Older releases of Node 24 cannot: there it stays. */
function dropPermission(scope: string): void {
  const permission: Partial<Droppable> | undefined = process.permission as Partial<Droppable> | undefined
  permission?.drop?.(scope)
}

/** Newer than the types of Node. */
interface Droppable {
  drop: (scope: string) => void
}
