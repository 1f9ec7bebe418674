import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { NewJob } from '../../../../main/jobs/job.ts'
import { createQueue, type Queue, type QueueOptions } from '../../../../main/jobs/queue/queue.ts'
import { openStore, type Store } from '../../../../main/store/store.ts'

/** A folder that goes when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'glyphlens-jobs-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A store in a folder, closed when the test has ended. */
export function storeIn(folder: string): Store {
  const store = openStore(folder)
  onTestFinished(() => store.close())
  return store
}

/** 2026-11-23, noon in UTC. */
export const noon = Date.parse('2026-11-23T12:00:00Z')

/** A queue on real files whose time stands still until it is told. */
export function queueAt(
  time = noon,
  options: Omit<QueueOptions, 'store' | 'now'> & { readonly store?: Store } = {}
): { readonly queue: Queue; readonly store: Store; readonly at: (time: number) => void } {
  const store = options.store ?? storeIn(temporaryFolder())
  let now = time
  const queue = createQueue({ ...options, store, now: () => now })
  return {
    queue,
    store,
    at: (later) => {
      now = later
    }
  }
}

/** The id of a picture that the library has; `number` makes it another one. */
export function picture(store: Store, number = 0): string {
  const id = number.toString(16).padStart(64, '0')
  store.run(`INSERT OR IGNORE INTO picture (id, format, bytes, added) VALUES (?, 'png', 100, 0)`, [id])
  return id
}

/** A wish to read a picture on this machine. */
export function reading(store: Store, number = 0, more: Partial<NewJob> = {}): NewJob {
  return {
    picture: picture(store, number),
    name: `${number}.png`,
    source: 'file',
    task: 'read',
    engine: 'device',
    parameters: {},
    ...more
  }
}

/** A wish to ask a model. */
export function asking(store: Store, number = 0, more: Partial<NewJob> = {}): NewJob {
  return reading(store, number, {
    task: 'ask',
    engine: 'modelscope',
    model: 'one',
    parameters: { question: 'What?' },
    ...more
  })
}

/** What an executor brings. */
export const result = { kind: 'text', text: 'A cat.', body: { kind: 'text', text: 'A cat.', notices: [] } } as const
