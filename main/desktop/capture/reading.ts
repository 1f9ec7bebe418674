import type { Archive } from '../../archive.ts'
import { Failure } from '../../failure.ts'
import { deviceEngine } from '../../jobs/job.ts'
import { saying } from '../../saying.ts'
import { awaitJob } from './await-job.ts'

/** The text of a picture, which is in the library by then. Throws `Failure`; `cancelled` when `signal` says so. */
export type Reading = (picture: Uint8Array, signal: AbortSignal) => Promise<{ entry: number; text: string }>

export interface ReadingPorts {
  readonly archive: () => Pick<Archive, 'keep' | 'queue' | 'library'>
  /** What a new capture is called in the library. */
  readonly name: () => string
}

/** Reads by the queue, before everything else that waits there: what is read is kept, whatever becomes of this process. */
export function createReading({ archive, name }: ReadingPorts): Reading {
  return async (bytes, signal) => {
    const { keep, queue, library } = archive()
    const picture = await keep({ bytes }, { signal })
    const { id } = queue.add(
      {
        picture,
        name: name(),
        source: 'capture',
        task: 'read',
        engine: deviceEngine,
        parameters: {},
        priority: 'person'
      },
      // Whoever captures the same once more wants it among the latest.
      { force: true }
    )
    const job = await awaitJob(queue, id, signal)
    if (job.state === 'done') return { entry: id, text: library.entries.get(id).result?.text ?? '' }
    const { code, message, ...others } = job.failure ?? {
      code: 'engine-busy',
      message: 'The text has not been read yet.',
      advice: 'The picture is in the library, where it will be read.',
      saying: saying('work.not-read-yet')
    }
    throw new Failure(code, message, others)
  }
}
