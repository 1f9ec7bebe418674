import type { EngineEvent } from '../../../preload/contract/engine.ts'
import type { PackView } from '../../../preload/contract/settings.ts'
import { Failure } from '../../failure.ts'
import type { PackState, Packs } from '../../packs/packs.ts'

export interface PackShelfPorts {
  readonly packs: Pick<Packs, 'list' | 'fetch' | 'use' | 'verify' | 'remove'>
  readonly emit: (event: EngineEvent) => void
  /** Ends fetches when the app is quit; what has arrived stays for the next one. */
  readonly closing?: AbortSignal
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number
}

/** Model packs with the work that is done on them. Every function may throw `pack-unknown`. */
export interface PackShelf {
  readonly views: () => Promise<PackView[]>
  /** Resolves when the pack is there; a second caller waits for the same fetch. Throws what `Packs.fetch` throws. */
  readonly fetch: (id: string) => Promise<void>
  /** Resolves when the fetch has ended. */
  readonly cancel: (id: string) => Promise<void>
  readonly use: (id: string) => Promise<void>
  /** Hashes every file. Throws `pack-damaged` and `pack-missing` when they are not those of the pack. */
  readonly verify: (id: string) => Promise<void>
  /** Ends a fetch, and removes what was fetched. */
  readonly remove: (id: string) => Promise<void>
}

interface Fetching {
  readonly controller: AbortController
  readonly done: Promise<void>
}

/** Milliseconds between two events about one fetch. */
const pause = 100

export function createPackShelf({ packs, emit, closing, now = () => performance.now() }: PackShelfPorts): PackShelf {
  const fetching = new Map<string, Fetching>()
  const fetched = new Map<string, number>()

  const run = async (id: string, signal: AbortSignal): Promise<void> => {
    let told = Number.NEGATIVE_INFINITY
    try {
      await packs.fetch(id, {
        signal: closing === undefined ? signal : AbortSignal.any([signal, closing]),
        onProgress: ({ done, total }) => {
          fetched.set(id, done)
          if (done < total && now() - told < pause) return
          told = now()
          emit({ kind: 'pack', id, done, total })
        }
      })
    } finally {
      fetching.delete(id)
      fetched.delete(id)
      emit({ kind: 'packs-changed' })
    }
  }

  const cancel = async (id: string): Promise<void> => {
    const running = fetching.get(id)
    running?.controller.abort()
    // Whoever asked for the pack is told how it ended.
    await running?.done.catch(() => undefined)
  }

  const changing = async (work: Promise<void>): Promise<void> => {
    await work
    emit({ kind: 'packs-changed' })
  }

  return {
    views: async () => (await packs.list()).map((state) => viewOf(state, fetched.get(state.manifest.id))),
    fetch: async (id) => {
      const running = fetching.get(id)
      if (running !== undefined) return await running.done
      const controller = new AbortController()
      const done = run(id, controller.signal)
      fetching.set(id, { controller, done })
      await done
    },
    cancel,
    use: (id) => changing(packs.use(id)),
    verify: async (id) => {
      const { sound, files } = await packs.verify(id)
      emit({ kind: 'packs-changed' })
      if (sound) return
      const advice = 'Fetch the pack again; a pack that came with the app comes with it again.'
      throw files.every(({ state }) => state !== 'damaged')
        ? new Failure('pack-missing', 'Files of the model pack are missing on this machine.', { advice })
        : new Failure('pack-damaged', 'The model pack is damaged: some of its files are not what they should be.', {
            advice
          })
    },
    remove: async (id) => {
      await cancel(id)
      await changing(packs.remove(id))
    }
  }
}

function viewOf({ manifest, kind, state, bytes, active }: PackState, fetched: number | undefined): PackView {
  const { id, title, languages, licence } = manifest
  return { id, title, languages, licence, kind, state, bytes, active, ...(fetched !== undefined && { fetched }) }
}
