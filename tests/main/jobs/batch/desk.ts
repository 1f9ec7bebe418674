import { onTestFinished } from 'vitest'
import { Failure } from '../../../../main/failure.ts'
import type { IntakePorts } from '../../../../main/jobs/batch/add-picture.ts'
import { type Batches, type BatchesOptions, createBatches } from '../../../../main/jobs/batch/batches.ts'
import type { BatchEvent } from '../../../../main/jobs/batch/events.ts'
import { type Clock, systemClock } from '../../../../main/jobs/clock.ts'
import { createQueue, type Queue } from '../../../../main/jobs/queue/queue.ts'
import { createPictures } from '../../../../main/library/pictures.ts'
import { getPicture } from '../../../../main/pictures/get-picture.ts'
import type { Store } from '../../../../main/store/store.ts'
import { storeIn, temporaryFolder } from '../queue/library.ts'

/** A clock whose seconds last a tenth of one: for what would only wait. */
export const quickClock: Clock = {
  now: () => Date.now() * 10,
  after: (milliseconds, work) => systemClock.after(milliseconds / 10, work)
}

/** Batches on a real library; whoever has a picture that begins with `bad` is refused. */
export interface Desk {
  readonly queue: Queue
  readonly batches: Batches
  readonly intake: IntakePorts
  readonly events: readonly BatchEvent[]
  /** Resolves with the first event for which this is so, those of the past included. */
  readonly until: (wanted: (event: BatchEvent) => boolean) => Promise<BatchEvent>
  /** Names of the files of the queue's jobs, in order. */
  readonly names: () => readonly string[]
}

/** What every picture is asked. */
export const asks = { task: 'read', engine: 'device', parameters: {} }

/** Nothing goes on yet; all of it ends with the test. */
export function desk(options: Partial<BatchesOptions> & { readonly store?: Store } = {}): Desk {
  const store = options.store ?? storeIn(temporaryFolder())
  const pictures = createPictures({
    store,
    makeThumbnail: () => Promise.reject(new Error('no thumbnails here')),
    now: Date.now
  })
  const queue = createQueue({ store })
  const events: BatchEvent[] = []
  const waiting = new Set<() => void>()
  const intake: IntakePorts = {
    getPicture: (source, { signal }) => getPicture(source, { ...(signal && { signal }) }),
    keep: async ({ bytes }) => {
      if (Buffer.from(bytes).toString().startsWith('bad')) throw new Failure('picture-format', 'This is no picture.')
      return await pictures.keep(bytes, { format: 'png' })
    },
    isKept: (picture) => pictures.has(picture),
    document: {
      // A page for each line; what it shows is the line.
      pages: async (bytes) => lines(bytes).length,
      draw: async (bytes, page) => Buffer.from(lines(bytes)[page - 1] ?? '')
    }
  }
  const batches = createBatches({
    queue,
    ...intake,
    ...options,
    onEvent: (event) => {
      events.push(event)
      for (const look of waiting) look()
    }
  })
  onTestFinished(async () => {
    await batches.stop()
  })
  return {
    queue,
    batches,
    intake,
    events,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = events.find(wanted)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    names: () => queue.list().map((job) => job.name)
  }
}

function lines(document: Uint8Array): string[] {
  return Buffer.from(document).toString().split('\n')
}
