import type { Engine } from './engine/client.ts'
import type { PackLocation } from './engine/protocol/pack.ts'
import { createDeviceExecutor } from './executors/device.ts'
import { createVisionExecutor } from './executors/vision.ts'
import { Failure } from './failure.ts'
import type { IntakePorts } from './jobs/batch/add-picture.ts'
import { type Batches, createBatches } from './jobs/batch/batches.ts'
import type { BatchEvent } from './jobs/batch/events.ts'
import { createQueue, type Queue } from './jobs/queue/queue.ts'
import type { RunnerEvent } from './jobs/runner/events.ts'
import type { Conditions } from './jobs/runner/executor.ts'
import { hasRoom } from './jobs/runner/room.ts'
import { createRunner, type Runner } from './jobs/runner/runner.ts'
import { type Library, openLibrary } from './library/library.ts'
import type { Picture, PictureSource } from './pictures/source.ts'
import type { Preferences } from './settings/preferences.ts'
import type { Store } from './store/store.ts'
import { presets } from './vision/presets.ts'
import type { Vision } from './vision/vision.ts'

export interface ArchivePorts {
  readonly store: Store
  readonly engine: Engine
  readonly vision: Vision
  /** The pack that reads. */
  readonly pack: () => Promise<PackLocation>
  readonly preferences: Preferences
  readonly getPicture: (source: PictureSource, options: { readonly signal?: AbortSignal }) => Promise<Picture>
}

/** Who listens to a runner, and what it is told of the machine. */
export interface RunnerWishes {
  readonly conditions?: Conditions
  readonly onEvent?: (event: RunnerEvent) => void
  /** Calls at a time over all providers. Default: 3. */
  readonly calls?: number
}

/** Everything that is kept: the library and the queue, on one database. */
export interface Archive {
  readonly store: Store
  readonly library: Library
  readonly queue: Queue
  /** Keeps a picture; answers its id. Throws `Failure` for what is no picture, and `disk`. */
  readonly keep: (picture: Pick<Picture, 'bytes'>, options?: { readonly signal?: AbortSignal }) => Promise<string>
  /** What makes jobs of files needs. */
  readonly intake: IntakePorts
  /** A runner that has not started; one for each process. */
  readonly createRunner: (wishes?: RunnerWishes) => Runner
  readonly createBatches: (onEvent?: (event: BatchEvent) => void) => Batches
  /** Runners and batches have to be stopped before. */
  readonly close: () => Promise<void>
}

/** The archive on an open store, which is its own from then on. */
export function openArchive({ store, engine, vision, pack, preferences, getPicture }: ArchivePorts): Archive {
  const library = openLibrary({
    store,
    makeThumbnail: async (bytes, side) => (await engine.thumbnail(bytes, side)).data,
    makePage: (bytes) => pageOf(engine, bytes)
  })
  const queue = createQueue({ store, rules: (engineId) => providerOf(engineId)?.quota })
  const { pictures } = library
  const keep: Archive['keep'] = async ({ bytes }, options = {}) => {
    const { format, width, height } = await engine.probe(bytes, options)
    return pictures.keep(bytes, { format, width, height })
  }
  const intake: IntakePorts = {
    getPicture,
    keep,
    isKept: (picture) => pictures.has(picture),
    document: {
      pages: async (bytes, options) => (await engine.openDocument(bytes, options)).pages.length,
      draw: async (bytes, page, options) => (await engine.renderPage(bytes, page, options)).data
    }
  }
  return {
    store,
    library,
    queue,
    keep,
    intake,
    createRunner: ({ calls, ...wishes } = {}) =>
      createRunner({
        ...wishes,
        queue,
        executors: {
          device: createDeviceExecutor({ engine, pictures, pack, preferences }),
          vision: createVisionExecutor({ vision, pictures })
        },
        ...(calls !== undefined && { concurrency: { vision: calls } }),
        engineConcurrency: (engineId) =>
          preferences.get().vision.providers[engineId]?.concurrency ?? providerOf(engineId)?.concurrency,
        hasRoom: () => hasRoom(store.places.folder)
      }),
    createBatches: (onEvent) => createBatches({ queue, ...intake, ...(onEvent && { onEvent }) }),
    close: async () => {
      await queue.endWishes()
      await library.close()
      store.close()
    }
  }
}

/** The provider that does a job; undefined for what is done on this machine. */
function providerOf(engineId: string) {
  return presets.find(({ id }) => id === engineId)
}

/** Most bytes of a picture in a PDF. */
const pageBytes = 16 * 1024 * 1024

/** A picture as it stands on a page of a PDF: an upright JPEG in its full size. */
async function pageOf(engine: Engine, bytes: Uint8Array) {
  const { width, height } = await engine.probe(bytes)
  const whole = { crop: { x0: 0, y0: 0, x1: width, y1: height }, content: { width, height }, canvas: { width, height } }
  const [encoded] = await engine.encode(bytes, [whole], { formats: ['jpeg'], bytes: pageBytes })
  if (encoded === undefined) throw new Failure('engine-protocol', 'The engine has not answered with a picture.')
  return { jpeg: encoded.data, width: encoded.width, height: encoded.height }
}
