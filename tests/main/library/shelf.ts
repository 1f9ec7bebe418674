import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Failure } from '../../../main/failure.ts'
import { hideJobs } from '../../../main/jobs/queue/wishes.ts'
import { type Library, openLibrary } from '../../../main/library/library.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import { createUid } from '../../../main/store/uid.ts'
import { bytesOf } from './picture.ts'

/** A library on a real folder, with a clock that the test sets. */
export interface Shelf {
  readonly folder: string
  readonly store: Store
  readonly library: Library
  readonly clock: { now: number }
  /** Adds a finished entry with a picture of its own; answers its number. */
  readonly add: (entry: NewEntry) => Promise<number>
  /** Deletes entries so that it can be undone, or (false) undoes it: the queue writes it so. */
  readonly hide: (ids: readonly number[], hidden?: boolean) => void
}

export interface NewEntry {
  readonly name?: string
  readonly text?: string
  readonly kind?: string
  readonly body?: unknown
  readonly source?: string
  readonly task?: string
  readonly engine?: string
  readonly state?: string
  readonly parameters?: unknown
  readonly starred?: boolean
  readonly created?: number
  /** Instead of a picture of its own. */
  readonly picture?: string
  readonly origin?: string
}

/** 1 November 2026. */
export const firstOfNovember = 1_793_491_200_000

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'glyphlens-library-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Closed when the test has finished. */
export function openShelf(folder = temporaryFolder()): Shelf {
  const clock = { now: firstOfNovember }
  const now = (): number => clock.now
  const store = openStore(folder, { now })
  // Tests of what a power cut leaves are elsewhere; without it these are five times faster.
  store.execute('PRAGMA synchronous = OFF')
  const library = openLibrary({
    store,
    makeThumbnail: async (bytes) => bytes.slice(0, 8),
    makePage: async (bytes) => ({ jpeg: bytes, width: 200, height: 100 }),
    now
  })
  onTestFinished(async () => {
    await library.close()
    store.close()
  })
  return {
    folder,
    store,
    library,
    clock,
    add: (entry) => addEntry({ store, library, clock }, entry),
    hide: (ids, hidden = true) => void hideJobs(store, ids, hidden ? clock.now : undefined)
  }
}

/** What the work throws, which has to be a failure. */
export function failureOf(work: () => unknown): Failure {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown
    throw thrown
  }
  throw new Error('nothing was thrown')
}

/** The same of a promise. */
export async function rejectionOf(work: Promise<unknown>): Promise<Failure> {
  const [outcome] = await Promise.allSettled([work])
  return failureOf(() => {
    if (outcome.status === 'rejected') throw outcome.reason
  })
}

let pictures = 0

async function addEntry(
  { store, library, clock }: Pick<Shelf, 'store' | 'library' | 'clock'>,
  entry: NewEntry
): Promise<number> {
  const created = entry.created ?? clock.now
  const picture = entry.picture ?? (await library.pictures.keep(bytesOf(pictures++), { format: 'png' }))
  return store.transaction(() => {
    const { lastInsertRowid: job } = store.run(
      `INSERT INTO job (uid, picture, name, source, origin, task, engine, parameters, fingerprint, state, created, starred)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        createUid(created),
        picture,
        entry.name ?? 'shot.png',
        entry.source ?? 'file',
        entry.origin ?? null,
        entry.task ?? 'read',
        entry.engine ?? 'device',
        JSON.stringify(entry.parameters ?? {}),
        `made up ${picture}`,
        entry.state ?? 'done',
        created,
        entry.starred === true ? 1 : 0
      ]
    )
    if (entry.text !== undefined) {
      store.run('INSERT INTO result (job, kind, text, body, created) VALUES (?, ?, ?, ?, ?)', [
        job,
        entry.kind ?? 'text',
        entry.text,
        JSON.stringify(entry.body ?? { kind: 'text', text: entry.text, notices: [] }),
        created
      ])
    }
    return job
  })
}
