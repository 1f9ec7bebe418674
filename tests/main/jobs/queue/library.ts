import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { NewJob } from '../../../../main/jobs/job.ts'
import { createQueue, type Queue, type QueueOptions } from '../../../../main/jobs/queue/queue.ts'
import type { Values } from '../../../../main/store/connection.ts'
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

/** Adds many jobs at once, on this machine and in no batch unless it is said otherwise; those that `done` names are done. */
export function addMany(
  store: Store,
  count: number,
  {
    batch = null,
    engine = 'device',
    done = () => false
  }: { readonly batch?: number | null; readonly engine?: string; readonly done?: (number: number) => boolean } = {}
): void {
  const id = picture(store)
  store.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      store.run(
        `INSERT INTO job (uid, picture, batch, name, source, task, engine, model, fingerprint, state, priority, position,
           created)
         VALUES (?, ?, ?, 'a.png', 'folder', 'read', ?, ?, ?, ?, 20, ?, 0)`,
        [
          `${batch} ${engine} ${number}`,
          id,
          batch,
          engine,
          engine === 'device' ? null : 'one',
          `fingerprint ${batch} ${engine} ${number}`,
          done(number) ? 'done' : 'queued',
          number
        ]
      )
    }
  })
}

/** A statement that was run. */
export interface Statement {
  readonly sql: string
  readonly values: Values
}

/** A store that notes its statements, and how many rows each statement or transaction has changed. */
export function watched(store: Store): Store & { readonly statements: Statement[]; readonly changes: number[] } {
  const statements: Statement[] = []
  const changes: number[] = []
  const total = (): number => Number(store.value('SELECT total_changes()'))
  const counted = <T>(work: () => T): T => {
    if (store.inTransaction) return work()
    const before = total()
    const value = work()
    changes.push(total() - before)
    return value
  }
  const noted = <T>(sql: string, values: Values, work: () => T): T => {
    statements.push({ sql, values })
    return counted(work)
  }
  return {
    ...store,
    statements,
    changes,
    run: (sql, values = []) => noted(sql, values, () => store.run(sql, values)),
    get: (sql, values = []) => noted(sql, values, () => store.get(sql, values)),
    value: (sql, values = []) => noted(sql, values, () => store.value(sql, values)),
    all: (sql, values = []) => noted(sql, values, () => store.all(sql, values)),
    transaction: (work) => counted(() => store.transaction(work)),
    get inTransaction() {
      return store.inTransaction
    }
  }
}
