import { type FSWatcher, utimesSync, watch, writeFileSync } from 'node:fs'

/** Tells other processes with the same library that the queue has changed. Several rings may be heard as one. */
export interface Bell {
  readonly ring: () => void
  /** Hears of rings, its own included, as events of the file system; answers the function that stops it. */
  readonly listen: (heard: () => void) => () => void
}

/** A bell that is a file: its time is changed to ring, and nobody reads it. Works on one machine. */
export function createBell(file: string): Bell {
  return {
    ring: () => {
      const now = new Date()
      try {
        utimesSync(file, now, now)
      } catch {
        tryToMake(file)
      }
    },
    listen: (heard) => {
      tryToMake(file)
      let watcher: FSWatcher | undefined
      try {
        watcher = watch(file, { persistent: false }, () => heard())
        watcher.on('error', () => watcher?.close())
      } catch {
        // No watches left, or a folder that cannot be written: others are then heard when their leases end.
        return () => {}
      }
      return () => watcher?.close()
    }
  }
}

/** On a full disk or in a folder that cannot be written nobody is called, and nothing is lost by that. */
function tryToMake(file: string): void {
  try {
    writeFileSync(file, '', { flag: 'a', mode: 0o600 })
  } catch {
    return
  }
}
