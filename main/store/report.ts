import { Worker } from 'node:worker_threads'
import { type FailureFacts, failureFrom } from '../failure-facts.ts'
import { installation, type threads } from '../installation.ts'

/** What a thread says when it has done what it was started for, or could not. */
export type Report<Finding> =
  | { readonly ok: true; readonly finding: Finding }
  | { readonly ok: false; readonly failure: FailureFacts }

/**
 * Starts a thread and answers what it has found. Throws the failure that it met; called off, it throws, and the thread is ended
 * where it is.
 */
export async function reportOf<Finding>(
  thread: keyof typeof threads,
  workerData: object,
  signal?: AbortSignal
): Promise<Finding> {
  signal?.throwIfAborted()
  const worker = new Worker(installation().thread(thread), { workerData })
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => {
    stopped.reject(signal?.reason)
    void worker.terminate()
  }
  signal?.addEventListener('abort', stop)
  try {
    const report = await Promise.race([stopped.promise, firstReport<Finding>(worker)])
    if (!report.ok) throw failureFrom(report.failure)
    return report.finding
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

function firstReport<Finding>(worker: Worker): Promise<Report<Finding>> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread ended without an answer')))
  })
}
