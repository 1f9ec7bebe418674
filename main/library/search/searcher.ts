import { Worker } from 'node:worker_threads'
import { cancelled, Failure } from '../../failure.ts'
import { failureFrom } from '../../failure-facts.ts'
import { installation } from '../../installation.ts'
import type { Page } from './find.ts'
import type { SearchAnswer, SearchOrder, SearchThreadData } from './messages.ts'
import type { ParsedSearch } from './query.ts'

export interface Searcher {
  /** Answers one page. A search that is asked later ends this one: it then throws `cancelled`. */
  search(search: ParsedSearch): Promise<Page>
  close(): Promise<void>
}

interface Waiting {
  readonly number: number
  readonly resolve: (page: Page) => void
  readonly reject: (thrown: unknown) => void
}

/** Searches in a thread with a connection of its own, started by the first search. */
export function createSearcher(options: { readonly database: string; readonly immutable: boolean }): Searcher {
  const wanted = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  let thread: Worker | undefined
  let waiting: Waiting | undefined
  let number = 0

  const start = (): Worker => {
    const workerData: SearchThreadData = { ...options, wanted }
    const worker = new Worker(installation().thread('search'), { workerData })
    worker.on('message', (answer: SearchAnswer) => {
      if (answer.number !== waiting?.number) return
      const { resolve, reject } = waiting
      waiting = undefined
      worker.unref()
      if (answer.ok) resolve(answer.page)
      else reject(failureFrom(answer.failure))
    })
    worker.on('error', (cause) => end(worker, cause))
    worker.on('exit', () => end(worker, undefined))
    return worker
  }
  const end = (worker: Worker, cause: unknown): void => {
    if (thread !== worker) return
    thread = undefined
    waiting?.reject(
      cause === undefined ? cancelled() : new Failure('internal', 'The search has ended by itself.', { cause })
    )
    waiting = undefined
  }

  return {
    search: async (search) => {
      thread ??= start()
      waiting?.reject(cancelled())
      number = (number % 0x7fff_ffff) + 1
      Atomics.store(wanted, 0, number)
      const worker = thread
      const order: SearchOrder = { number, search }
      return await new Promise<Page>((resolve, reject) => {
        waiting = { number, resolve, reject }
        // Only a search that somebody waits for keeps the process.
        worker.ref()
        worker.postMessage(order, [])
      })
    },
    close: async () => {
      const worker = thread
      if (worker !== undefined) end(worker, undefined)
      await worker?.terminate()
    }
  }
}
