import { Worker } from 'node:worker_threads'

/** Beside this file in a checkout, beside the one file of the engine where it was built. */
const program = import.meta.url.endsWith('.ts') ? './thread.ts' : './aside.js'

/**
 * Starts the thread that looks for codes and rulings. The networks hold the main thread for most of a reading and leave the processor
 * no gap to fill; what they do not hold, they leave to this. Loads nothing native.
 */
export function startAsideThread(): Worker {
  const thread = new Worker(new URL(program, import.meta.url), { env: {} })
  thread.unref()
  return thread
}
