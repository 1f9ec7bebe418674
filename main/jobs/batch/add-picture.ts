import { setTimeout as after } from 'node:timers/promises'
import { asFailure, type Failure } from '../../failure.ts'
import type { Picture, PictureSource } from '../../pictures/source.ts'
import { isDiskFull } from '../disk-full.ts'
import type { NewJob, Priority } from '../job.ts'
import type { Added } from '../queue/add.ts'
import type { Batch } from '../queue/batches.ts'
import type { Queue } from '../queue/queue.ts'
import type { BatchAsks } from './recipe.ts'

/** Opens documents and draws their pages. All of it throws `Failure`. */
export interface DocumentPort {
  readonly pages: (document: Uint8Array, options: { readonly signal?: AbortSignal }) => Promise<number>
  /** A page as a PNG; pages count from 1. */
  readonly draw: (document: Uint8Array, page: number, options: { readonly signal?: AbortSignal }) => Promise<Uint8Array>
}

/** What an intake needs from the house. All of it throws `Failure`. */
export interface IntakePorts {
  /** The bytes of a file, within the limits for pictures. */
  readonly getPicture: (source: PictureSource, options: { readonly signal?: AbortSignal }) => Promise<Picture>
  /** Keeps a picture in the library; answers its id. Throws for what is no picture. */
  readonly keep: (picture: Pick<Picture, 'bytes'>, options: { readonly signal?: AbortSignal }) => Promise<string>
  readonly document: DocumentPort
}

/** What became of one file, or of one page: `path` is `scan.pdf#3` then. */
export type Taken =
  | { readonly kind: 'job'; readonly path: string; readonly job: Added }
  /** It cannot be read, or is no picture. The others go on. */
  | { readonly kind: 'refused'; readonly path: string; readonly failure: Failure }

export interface IntakeOptions extends IntakePorts {
  readonly queue: Queue
  readonly batch: Batch
  readonly asks: BatchAsks
  /** Also what was asked before this batch. Default: no. */
  readonly again?: boolean | undefined
  /** Pages of documents, as a person names them. Default: all. */
  readonly range?: string | undefined
  /** Files and pages that have jobs, with the time of the latest in milliseconds since 1970. */
  readonly known: ReadonlyMap<string, number>
  readonly priority?: Priority
  readonly signal: AbortSignal
}

/** Milliseconds before a file is tried again for which the disk had no room. */
const roomPause = 15_000

type Origin = Pick<NewJob, 'source' | 'origin' | 'page'> & { readonly name?: string }

/** Keeps a picture and makes a job of it. `key` names it among those of the batch. Throws `cancelled`. */
export async function addPicture(
  key: string,
  load: () => Promise<Pick<Picture, 'bytes'> & Partial<Pick<Picture, 'name'>>>,
  origin: Origin,
  options: IntakeOptions
): Promise<Taken> {
  const { queue, batch, asks, again = false, priority, keep, signal } = options
  for (;;) {
    try {
      const picture = await load()
      const name = origin.name ?? picture.name ?? key
      const wish = { ...asks, ...origin, name, picture: await keep(picture, { signal }), batch: batch.id, priority }
      const job = queue.add(wish, { force: again })
      queue.batches.accepted(batch.id, key)
      return { kind: 'job', path: key, job }
    } catch (thrown) {
      if (signal.aborted) throw asFailure(thrown)
      if (!isDiskFull(thrown)) return refuse(key, asFailure(thrown), options)
      await after(roomPause, undefined, { signal })
    }
  }
}

/** Remembers that no job can be made of it. */
export function refuse(path: string, failure: Failure, { queue, batch }: IntakeOptions): Taken {
  queue.batches.refused(batch.id, path, failure)
  return { kind: 'refused', path, failure }
}
