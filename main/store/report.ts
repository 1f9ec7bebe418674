import { Worker } from 'node:worker_threads'
import { installation, type threads } from '../installation.ts'

/** A thread at work, and the first thing that it says. */
export async function reportOf<Report>(thread: keyof typeof threads, workerData: object): Promise<Report> {
  const worker = new Worker(installation().thread(thread), { workerData })
  return await new Promise<Report>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread ended without an answer')))
  })
}
