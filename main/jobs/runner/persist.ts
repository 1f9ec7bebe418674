import { Failure } from '../../failure.ts'
import { type Clock, pause } from '../clock.ts'
import { isDiskFull } from '../disk-full.ts'
import type { Room } from './room.ts'

/** Runs a write to the queue until it succeeds or fails for good. */
export type Persist = <T>(write: () => T) => Promise<T>

/** Milliseconds before a library that another process writes to is tried again. */
const busyPause = 2000

/**
 * What came of a job is worth waiting for: it is kept in memory until the disk has room, or another process has done
 * with the library. While `hurried`, the first failure is the last.
 */
export function createPersist(options: {
  readonly clock: Clock
  readonly room: Room
  readonly hurried: () => boolean
}): Persist {
  const { clock, room, hurried } = options
  return async (write) => {
    for (;;) {
      try {
        return write()
      } catch (thrown) {
        if (hurried()) throw thrown
        if (isDiskFull(thrown)) await room.wait()
        else if (thrown instanceof Failure && thrown.code === 'library-busy') await pause(clock, busyPause)
        else throw thrown
      }
    }
  }
}
