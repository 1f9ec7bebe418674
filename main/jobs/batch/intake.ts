import { setTimeout as after } from 'node:timers/promises'
import { asFailure, Failure } from '../../failure.ts'
import type { Picture, PictureSource } from '../../pictures/source.ts'
import { isDiskFull } from '../disk-full.ts'
import type { Priority } from '../job.ts'
import type { Added } from '../queue/add.ts'
import type { Batch } from '../queue/batches.ts'
import type { Queue } from '../queue/queue.ts'
import type { BatchAsks } from './recipe.ts'

/** What an intake needs from the house. Both throw `Failure`. */
export interface IntakePorts {
  /** The bytes of a file, within the limits for pictures. */
  readonly getPicture: (source: PictureSource, options: { readonly signal?: AbortSignal }) => Promise<Picture>
  /** Keeps a picture in the library; answers its id. Throws for what is no picture. */
  readonly keep: (picture: Picture, options: { readonly signal?: AbortSignal }) => Promise<string>
}

/** What became of one file. */
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
  readonly priority?: Priority
  readonly signal: AbortSignal
}

/** Milliseconds before a file is tried again for which the disk had no room. */
const roomPause = 15_000

/** Makes a job of one file; what was asked of the same bytes before is asked again on wish only. Throws `cancelled`. */
export async function takeIn(path: string, options: IntakeOptions): Promise<Taken> {
  const { queue, batch, signal } = options
  try {
    const job = await addFile(path, options)
    queue.batches.accepted(batch.id, path)
    return { kind: 'job', path, job }
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (signal.aborted) throw failure
    queue.batches.refused(batch.id, path, failure)
    return { kind: 'refused', path, failure }
  }
}

async function addFile(path: string, options: IntakeOptions): Promise<Added> {
  const { queue, batch, asks, again = false, priority, getPicture, keep, signal } = options
  for (;;) {
    try {
      const picture = await getPicture({ kind: 'file', path }, { signal })
      const id = await keep(picture, { signal })
      return queue.add(
        { ...asks, picture: id, name: picture.name, source: 'folder', origin: path, batch: batch.id, priority },
        { force: again }
      )
    } catch (thrown) {
      if (!isDiskFull(thrown)) throw thrown
      await after(roomPause, undefined, { signal })
    }
  }
}
