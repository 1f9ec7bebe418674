import type { CareReport, LibraryEvent } from '../../../preload/contract/library.ts'
import type { Archive } from '../../archive.ts'
import { asFailure, Failure } from '../../failure.ts'
import { removeFormer } from '../../library/moving/former.ts'
import { moveLibrary } from '../../library/moving/move.ts'
import { libraryPlace, lookAtPlace } from '../../library/moving/place.ts'
import { saying } from '../../saying.ts'
import type { Preferences } from '../../settings/preferences.ts'
import { openStoreAside } from '../../store/store.ts'

export interface MoverPorts {
  readonly archive: () => Pick<Archive, 'store'>
  readonly preferences: Pick<Preferences, 'get' | 'set'>
  /** The app's data folder. */
  readonly data: string
  /** Asks the person for a folder; undefined when the dialog was closed. */
  readonly askPlace: () => Promise<string | undefined>
  /**
   * Asks whether the library is to be moved there, the one that lies there is to be opened instead, or, where the present one
   * cannot be opened, a new one is to be begun there.
   */
  readonly confirmPlace: (what: 'move' | 'open' | 'begin', folder: string) => Promise<boolean>
  /** Ends all work with the library; the answer begins it again. */
  readonly rest: () => Promise<() => void>
  /** Starts the app again, soon: it then opens the library in its new place. */
  readonly restart: () => void
  readonly emit: (event: LibraryEvent) => void
  /** Something is left behind in the former place, which the person has to know. */
  readonly onTrouble: (failure: Failure) => void
  /** Aborted when the app ends. */
  readonly closing: AbortSignal
}

/** Gives the library another place. */
export interface Mover {
  /** Asks where to; resolves when the app is about to start again. Throws what `moveLibrary` throws, and `usage`. */
  readonly move: () => Promise<CareReport>
  /** Calls it off: the library stays where it is. */
  readonly stay: () => CareReport
  /** After a start: what is left in the former place goes, when the library has been opened in its new one. */
  readonly finish: () => Promise<void>
}

export function createMover(ports: MoverPorts): Mover {
  const { archive, preferences, data, askPlace, confirmPlace, rest, restart, emit, onTrouble, closing } = ports
  const usual = libraryPlace(data, undefined)
  const current = (): string => libraryPlace(data, preferences.get().library.folder)
  let moving: AbortController | undefined

  const remember = async (folder: string, former?: string): Promise<void> => {
    const place = { folder: folder === usual ? undefined : folder, ...(former !== undefined && { former }) }
    await preferences.set({ library: place })
  }

  /** The one that lies there, or a new one: opened once, so that it is known that it can be. */
  const open = async (folder: string): Promise<CareReport> => {
    const store = await openStoreAside(folder)
    store.close()
    await remember(folder)
    restart()
    return { kind: 'moved' }
  }

  const bring = async (folder: string, signal: AbortSignal): Promise<CareReport> => {
    const former = current()
    let told = -1
    await moveLibrary({
      store: archive().store,
      folder,
      signal,
      rest,
      switchTo: () => remember(folder, former),
      progress: (done) => {
        const percent = Math.floor(done * 100)
        if (percent !== told) emit({ kind: 'moving', done: percent / 100 })
        told = percent
      }
    })
    restart()
    return { kind: 'moved' }
  }

  const choose = async (signal: AbortSignal): Promise<CareReport> => {
    const folder = await askPlace()
    if (folder === undefined) return { kind: 'cancelled' }
    const kind = lookAtPlace(folder, current())
    if (kind !== 'empty' && kind !== 'library') throw unfit(kind)
    const what = kind === 'library' ? 'open' : canOpen(archive) ? 'move' : 'begin'
    if (!(await confirmPlace(what, folder))) return { kind: 'cancelled' }
    return what === 'move' ? await bring(folder, signal) : await open(folder)
  }

  return {
    move: async () => {
      if (moving !== undefined) throw underWay()
      moving = new AbortController()
      try {
        return await choose(AbortSignal.any([moving.signal, closing]))
      } catch (thrown) {
        const failure = asFailure(thrown)
        if (failure.code === 'cancelled') return { kind: 'cancelled' }
        throw failure
      } finally {
        moving = undefined
      }
    },
    stay: () => {
      moving?.abort()
      return { kind: 'cancelled' }
    },
    finish: async () => {
      const { former } = preferences.get().library
      if (former === undefined) return
      const { places } = archive().store
      try {
        if (!(await removeFormer(places.folder, former))) return
      } catch (cause) {
        onTrouble(leftBehind(former, cause))
      }
      await preferences.set({ library: { former: undefined } })
    }
  }
}

function canOpen(archive: MoverPorts['archive']): boolean {
  try {
    archive()
    return true
  } catch {
    // Why was told at the start, and is told wherever the library is asked for.
    return false
  }
}

function underWay(): Failure {
  return new Failure('library-busy', 'The library is being moved.', {
    advice: 'Wait until it is there.',
    saying: saying('library.being-moved')
  })
}

const unfitBecause = {
  same: 'The library is in this folder already.',
  inside: 'This folder belongs to the library itself.',
  foreign: 'There is something else in this folder, and nothing of it is to be lost.'
} as const

function unfit(kind: keyof typeof unfitBecause): Failure {
  return new Failure('usage', unfitBecause[kind], {
    advice: 'Choose an empty folder, or make a new one.',
    saying: saying(`library.place-${kind}`)
  })
}

function leftBehind(folder: string, cause: unknown): Failure {
  return new Failure('disk', `The library was moved, but its former folder could not be removed: ${folder}`, {
    advice: 'Nothing in it is used any more: delete it yourself.',
    saying: saying('library.left-behind', { folder }),
    cause
  })
}
