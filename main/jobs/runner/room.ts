import { statfs } from 'node:fs/promises'
import type { Clock } from '../clock.ts'

/** Bytes that have to be free before the work goes on: a picture, its thumbnail and the journal. */
const enough = 64 * 1024 * 1024

/** Milliseconds between looks; no system tells when there is room again. */
const looks = [2000, 5000, 15_000, 30_000, 60_000]

/** Waits for a full disk. */
export interface Room {
  /** Resolves when there is room; all who wait share one wait. Rejects never. */
  readonly wait: () => Promise<void>
  readonly full: () => boolean
  /** Looks at once: something was deleted. */
  readonly look: () => void
  /** Lets all who wait go on, room or not: the process ends. */
  readonly giveUp: () => void
}

export interface RoomOptions {
  readonly clock: Clock
  readonly hasRoom: () => Promise<boolean>
  readonly onFull: () => void
  /** Called before those who wait go on. May throw when there is still too little: they wait on. */
  readonly onRoom: () => void
}

/** Whether a folder's disk has room for the queue to go on, 64 MiB. A disk that cannot be asked is tried. */
export async function hasRoom(folder: string, bytes = enough): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize >= bytes
  } catch {
    return true
  }
}

/** Nobody waits at first. */
export function createRoom({ clock, hasRoom: ask, onFull, onRoom }: RoomOptions): Room {
  let waiting: Promise<void> | undefined
  let lookNow: (() => void) | undefined
  let state: 'in use' | 'given up' = 'in use'

  const untilNextLook = (times: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(looks[Math.min(times, looks.length - 1)] ?? 0, resolve)
      lookNow = () => {
        cancel()
        resolve()
      }
    })

  const open = async (): Promise<boolean> => {
    if (!(await ask())) return false
    try {
      onRoom()
      return true
    } catch {
      // Too little still, or taken by somebody else in the meantime.
      return false
    }
  }

  const lookUntilOpen = async (): Promise<void> => {
    for (let times = 0; ; times += 1) {
      await untilNextLook(times)
      if (state === 'given up' || (await open())) break
    }
    waiting = undefined
  }

  return {
    wait: () => {
      if (state === 'given up') return Promise.resolve()
      if (waiting === undefined) {
        waiting = lookUntilOpen()
        onFull()
      }
      return waiting
    },
    full: () => waiting !== undefined,
    look: () => lookNow?.(),
    giveUp: () => {
      state = 'given up'
      lookNow?.()
    }
  }
}
