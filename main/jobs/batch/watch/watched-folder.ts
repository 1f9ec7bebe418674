import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { asFailure, type Failure } from '../../../failure.ts'
import { findPictures } from '../../../pictures/find.ts'
import type { Clock } from '../../clock.ts'
import { createAlarm } from '../../runner/alarm.ts'
import { filesBeingWritten } from './open-files.ts'
import { arrivalOf, isSettled, quiet, type Sighting } from './sightings.ts'

/** A folder whose new pictures are told, each once when it is complete. */
export interface WatchedFolder {
  /** Resolves when the file that is being told of has been dealt with. */
  readonly stop: () => Promise<void>
}

export interface WatchOptions {
  readonly folder: string
  readonly recursive: boolean
  readonly clock: Clock
  /** Whether a file that came to be there at this time (milliseconds since 1970) is new. */
  readonly isNew: (path: string, arrived: number) => boolean
  /** Called for one file at a time. Must not reject. */
  readonly onArrival: (path: string) => Promise<void>
  /** The folder cannot be looked into; it is tried again from time to time. */
  readonly onTrouble: (failure: Failure) => void
}

/** Most files that are looked at until they are complete; others have their turn when those are. */
const mostPending = 1000

/** Milliseconds between an event and the look. */
const shortestPause = 100
/** A folder that takes long to look through is looked through more rarely: so many times as long between looks. */
const restForWork = 4

/** Milliseconds between looks at a file that somebody keeps open. */
const longestLook = 30_000

/** Milliseconds between attempts to look into a folder that is not there: a drive that was taken out. */
const troublePauses = [5000, 15_000, 60_000]

/**
 * Watches until it is stopped. Events of the file system only say that a look is worth it, since they may be lost or
 * come several at once; the first look finds what arrived while nobody watched.
 */
export function watchFolder(options: WatchOptions): WatchedFolder {
  const { folder, clock } = options
  const told = new Map<string, string>()
  let sightings = new Map<string, Sighting>()
  let watcher: FSWatcher | undefined
  let inode = 0
  let troubles = 0
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false
  let pause = shortestPause

  const alarm = createAlarm(clock, look)

  /** One look at a time; what happens meanwhile is worth another one. */
  function look(): void {
    if (stopped) return
    if (looking !== undefined) {
      again = true
      return
    }
    const began = clock.now()
    looking = lookOnce().finally(() => {
      looking = undefined
      pause = Math.max(shortestPause, (clock.now() - began) * restForWork)
      if (again) alarm.by(clock.now() + pause)
      again = false
    })
  }

  async function lookOnce(): Promise<void> {
    try {
      const paths = await findPictures(folder, { recursive: options.recursive, documents: true })
      await watchIt()
      forgetAllBut(new Set(paths))
      const pending = await sightingsOf(paths)
      troubles = 0
      await tell(pending)
    } catch (thrown) {
      hadTrouble(thrown)
    }
  }

  /** A folder that was made anew under its old name wants another watch. */
  async function watchIt(): Promise<void> {
    const { ino } = await stat(folder)
    if (watcher !== undefined && ino === inode) return
    watcher?.close()
    watcher = watch(folder, { recursive: options.recursive }, () => alarm.by(clock.now() + pause))
    watcher.on('error', (error) => hadTrouble(error))
    inode = ino
    // What came between the look and the watch has had no event.
    again = true
  }

  function forgetAllBut(paths: ReadonlySet<string>): void {
    for (const path of told.keys()) if (!paths.has(path)) told.delete(path)
  }

  function hadTrouble(thrown: unknown): void {
    watcher?.close()
    watcher = undefined
    if (stopped) return
    if (troubles === 0) options.onTrouble(asFailure(thrown, 'disk', `The folder “${folder}” cannot be watched.`))
    alarm.by(clock.now() + (troublePauses[Math.min(troubles, troublePauses.length - 1)] ?? 0))
    troubles += 1
  }

  /** Files that are new, as they are now. */
  async function sightingsOf(paths: readonly string[]): Promise<Map<string, Sighting>> {
    const found = new Map<string, Sighting>()
    for (const path of paths) {
      if (stopped || found.size >= mostPending) break
      const seen = await see(path)
      if (seen !== undefined && told.get(path) !== versionOf(seen.sighting) && options.isNew(path, seen.arrived)) {
        found.set(path, seen.sighting)
      }
    }
    return found
  }

  async function see(path: string): Promise<{ sighting: Sighting; arrived: number } | undefined> {
    try {
      const found = await stat(path)
      return {
        sighting: { size: found.size, changed: found.mtimeMs, at: clock.now() },
        arrived: arrivalOf(found)
      }
    } catch {
      // It has gone again.
      return undefined
    }
  }

  async function tell(pending: Map<string, Sighting>): Promise<void> {
    const settled = [...pending].filter(([path, sighting]) => isSettled(sightings.get(path), sighting))
    const busy = await filesBeingWritten(settled.map(([path]) => path))
    const before = sightings
    sightings = new Map()
    for (const [path, sighting] of pending) {
      if (stopped) return
      if (isSettled(before.get(path), sighting) && !busy.has(path)) {
        told.set(path, versionOf(sighting))
        await options.onArrival(path)
      } else {
        sightings.set(path, firstOf(before.get(path), sighting))
      }
    }
    if (pending.size >= mostPending) alarm.by(clock.now() + quiet)
    for (const sighting of sightings.values()) {
      // Without bytes it is nothing yet; with the first ones an event comes.
      if (sighting.size > 0) alarm.by(clock.now() + nextLook(sighting, clock.now()))
    }
  }

  look()
  return {
    stop: async () => {
      stopped = true
      alarm.off()
      watcher?.close()
      await looking
      alarm.off()
    }
  }
}

/** The longer a complete file is kept open, the rarer it is looked at. Milliseconds. */
function nextLook({ at }: Sighting, now: number): number {
  return Math.min(Math.max(now - at, quiet), longestLook)
}

/** A file that did not change keeps the time since when. */
function firstOf(before: Sighting | undefined, now: Sighting): Sighting {
  return before?.size === now.size && before.changed === now.changed ? before : now
}

function versionOf({ size, changed }: Sighting): string {
  return `${size} ${changed}`
}
