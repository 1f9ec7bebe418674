import { createCrashBudget } from './crashes.ts'
import { planLaunch } from './launch.ts'
import { createLazySpool } from './lazy-spool.ts'
import { type CallOptions, type EngineOptions, withDefaults } from './options.ts'
import { type Collected, collect, collectEach } from './outputs.ts'
import { type DocumentFacts, defaultPageScale, type PageFacts, type PageScale } from './protocol/document.ts'
import type { Quad } from './protocol/geometry.ts'
import type { ResultOf, ThumbnailFacts } from './protocol/operations.ts'
import type { PackLocation } from './protocol/pack.ts'
import { defaultPictureLimits, type PictureFacts, type PictureLimits } from './protocol/picture.ts'
import type { Reading } from './protocol/reading.ts'
import type { EncodedFacts, Encoding, View } from './protocol/view.ts'
import { createRequester } from './request.ts'
import type { Spool } from './spool.ts'
import { createSupervisor, type SupervisorStatus } from './supervisor.ts'
import { createTurns } from './turns.ts'

export type { CallOptions, EngineLogLine, EngineOptions } from './options.ts'

export interface ReadCallOptions extends CallOptions {
  readonly pack: PackLocation
  /** Threads of each network. Default: 0, the number of physical cores. */
  readonly threads?: number
  /** Picture pixels for one pixel of interface. Default: 0, estimated from the picture. */
  readonly scale?: number
}

export interface Mark {
  readonly quad: Quad
  /** Up to 200 characters. */
  readonly label?: string
}

/** A view as it goes to a provider. */
export type EncodedPicture = Collected<EncodedFacts>
export type Thumbnail = Collected<ThumbnailFacts>
/** A page of a document, drawn as a PNG. */
export type RenderedPage = Collected<PageFacts>

export interface EngineStatus extends Omit<SupervisorStatus, 'state'> {
  readonly state: SupervisorStatus['state'] | 'busy'
  /** Requests that wait behind the running one. */
  readonly queue: number
}

/**
 * The engine process as the app sees it. It starts with the first request and ends when idle; whatever happens to it
 * is the failure of one request. Every request may throw `engine-not-startable`, `engine-crashed`,
 * `engine-out-of-memory`, `engine-timeout`, `engine-busy`, `engine-protocol`, `engine-closed`, `disk` and `cancelled`.
 */
export interface Engine {
  readonly probe: (picture: Uint8Array, options?: CallOptions) => Promise<PictureFacts>
  readonly read: (picture: Uint8Array, options: ReadCallOptions) => Promise<Reading>
  /** Resolves with the bytes of a PNG. */
  readonly annotate: (picture: Uint8Array, marks: readonly Mark[], options?: CallOptions) => Promise<Uint8Array>
  /** Resolves with one picture for each of 1 to 64 views, in their order. Decodes the picture once for all. */
  readonly encode: (
    picture: Uint8Array,
    views: readonly View[],
    encoding: Encoding,
    options?: CallOptions
  ) => Promise<EncodedPicture[]>
  /** The picture with its longer side at most `side` pixels, 16 to 2048. */
  readonly thumbnail: (picture: Uint8Array, side: number, options?: CallOptions) => Promise<Thumbnail>
  /** Looks at a PDF. Throws `picture-denied` when it needs a password. */
  readonly openDocument: (document: Uint8Array, options?: CallOptions) => Promise<DocumentFacts>
  /** Draws a page of a PDF on white; `page` counts from 1. Default scale: `defaultPageScale`. */
  readonly renderPage: (
    document: Uint8Array,
    page: number,
    options?: CallOptions & Partial<PageScale>
  ) => Promise<RenderedPage>
  readonly loadPack: (
    pack: PackLocation,
    options?: CallOptions & { readonly threads?: number }
  ) => Promise<ResultOf<'loadPack'>>
  readonly status: () => EngineStatus
  /** Unloads the process once the running request is done; the next request starts another. */
  readonly stop: () => Promise<void>
  /** Ends everything at once and for good; what is pending fails with `engine-closed`. */
  readonly close: () => Promise<void>
}

export function createEngine(options: EngineOptions = {}): Engine {
  const settings = withDefaults(options)
  const turns = createTurns(settings.queue)
  const spool = createLazySpool(settings.spoolRoot)
  const supervisor = createSupervisor({
    ...settings,
    plan: async () => planLaunch({ ...settings, spool: (await spool.open()).folder }, process.env),
    crashes: createCrashBudget(settings.crashes)
  })
  const request = createRequester({ ...settings, supervisor })

  /** The app ends without having closed the engine: no time for anything but this. */
  const leave = (): void => {
    void supervisor.close()
    spool.remove()
  }
  process.once('exit', leave)

  const inTurn = async <T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> => {
    const release = await turns.take(signal)
    try {
      return await work()
    } finally {
      supervisor.rest()
      release()
    }
  }

  const openIntact = async (): Promise<Spool> => {
    if (await spool.lost()) {
      // The engine may write to the lost folder only, so it goes too.
      await supervisor.unload()
      spool.remove()
    }
    return spool.open()
  }

  const withPicture = <T>(
    picture: Uint8Array,
    call: CallOptions,
    work: (path: string, limits: PictureLimits, folder: Spool) => Promise<T>
  ): Promise<T> =>
    inTurn(call.signal, async () => {
      const folder = await openIntact()
      const path = await folder.put(picture)
      try {
        return await work(path, { ...defaultPictureLimits, ...call.limits }, folder)
      } finally {
        await folder.drop(path)
      }
    })

  return {
    probe: (picture, call = {}) =>
      withPicture(picture, call, (path, limits) => request('probe', { picture: path, limits }, call)),
    read: (picture, { pack, threads = 0, scale = 0, ...call }) =>
      withPicture(picture, call, (path, limits) =>
        request('read', { picture: path, limits, pack, options: { threads, scale } }, call)
      ),
    annotate: (picture, marks, call = {}) =>
      withPicture(picture, call, async (path, limits, folder) => {
        const { data } = await collect(folder, (output) =>
          request('annotate', { picture: path, limits, output, marks: [...marks] }, call)
        )
        return data
      }),
    encode: (picture, views, encoding, call = {}) =>
      withPicture(picture, call, (path, limits, folder) =>
        collectEach(folder, views, async (parts) => {
          const { encoded } = await request('encode', { picture: path, limits, views: parts, encoding }, call)
          return encoded
        })
      ),
    thumbnail: (picture, side, call = {}) =>
      withPicture(picture, call, (path, limits, folder) =>
        collect(folder, (output) => request('thumbnail', { picture: path, limits, side, output }, call))
      ),
    openDocument: (document, call = {}) =>
      withPicture(document, call, (path, limits) => request('openDocument', { document: path, limits }, call)),
    renderPage: (document, page, { dpi, longest, ...call } = {}) => {
      const scale = { dpi: dpi ?? defaultPageScale.dpi, longest: longest ?? defaultPageScale.longest }
      return withPicture(document, call, (path, limits, folder) =>
        collect(folder, (output) => request('renderPage', { document: path, limits, page, scale, output }, call))
      )
    },
    loadPack: (pack, { threads = 0, ...call } = {}) =>
      inTurn(call.signal, () => request('loadPack', { pack, threads }, call)),
    status: () => {
      const status = supervisor.status()
      return {
        ...status,
        state: status.state === 'running' && turns.taken() ? 'busy' : status.state,
        queue: turns.waiting()
      }
    },
    stop: async () => {
      const release = await turns.takeNext()
      try {
        await supervisor.unload()
      } finally {
        release()
      }
    },
    close: async () => {
      const emptied = turns.close()
      await supervisor.close()
      await emptied
      process.off('exit', leave)
      spool.remove()
    }
  }
}
