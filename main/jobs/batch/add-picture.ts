import { setTimeout as after } from 'node:timers/promises'
import { asFailure, Failure } from '../../failure.ts'
import type { Picture, PictureSource } from '../../pictures/source.ts'
import { isDiskFull } from '../disk-full.ts'
import type { NewJob, Priority } from '../job.ts'
import type { Added } from '../queue/add.ts'
import type { Batch } from '../queue/batches.ts'
import type { Queue } from '../queue/queue.ts'
import type { BatchAsks, KeptItem } from './recipe.ts'

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
  /** Whether the library has a picture, with its file. */
  readonly isKept: (picture: string) => Promise<boolean>
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
  /** Whether the batch has a job of this picture. */
  readonly has: (picture: string) => boolean
  readonly priority?: Priority
  readonly signal: AbortSignal
}

/** Milliseconds before a file is tried again for which the disk had no room. */
const roomPause = 15_000

type Origin = Pick<NewJob, 'source' | 'origin' | 'page'> & { readonly name?: string }

/** Keeps a picture and makes a job of it. `key` names it among those of the batch. Throws `cancelled`. */
export function addPicture(
  key: string,
  load: () => Promise<Pick<Picture, 'bytes'> & Partial<Pick<Picture, 'name'>>>,
  origin: Origin,
  options: IntakeOptions
): Promise<Taken> {
  const { keep, signal } = options
  return add(key, options, async () => {
    const picture = await load()
    return { ...origin, name: origin.name ?? picture.name ?? key, picture: await keep(picture, { signal }) }
  })
}

/** Makes a job of a picture that the library has. Throws `cancelled`. */
export function addKept({ picture, name, source, origin, page }: KeptItem, options: IntakeOptions): Promise<Taken> {
  return add(origin ?? name, options, async () => {
    if (await options.isKept(picture)) return { picture, name, source, origin, page }
    throw new Failure('library-picture-missing', `“${name}” is not in the library any more.`, {
      advice: 'Add the picture once more.'
    })
  })
}

/** Waits for a full disk; whatever else is wrong with the picture is remembered. */
async function add(
  key: string,
  options: IntakeOptions,
  find: () => Promise<Pick<NewJob, 'picture' | 'name' | 'source' | 'origin' | 'page'>>
): Promise<Taken> {
  const { queue, batch, asks, again = false, priority, signal } = options
  for (;;) {
    try {
      const job = queue.add({ ...asks, ...(await find()), batch: batch.id, priority }, { force: again })
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
