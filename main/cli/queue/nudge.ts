import { setTimeout as after } from 'node:timers/promises'

/** Wakes somebody who waits for changes; what comes while nobody waits is not lost. */
export interface Nudge {
  readonly ring: () => void
  /** Resolves at the next ring, or after so many milliseconds, or when the signal is aborted. Never rejects. */
  readonly wait: (most: number, signal: AbortSignal) => Promise<void>
}

export function createNudge(): Nudge {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring: () => {
      rung = true
      wake?.()
    },
    wait: async (most, signal) => {
      const over = new AbortController()
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      if (!rung) await Promise.race([woken, pause(most, AbortSignal.any([signal, over.signal]))])
      over.abort()
      wake = undefined
      rung = false
    }
  }
}

/** Ends early, and without a word, when the signal is aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await after(milliseconds, undefined, { signal }).catch(() => undefined)
}
