import type { ChatTimes } from '../chat.ts'

/** Why a call was ended from this side. */
export type Ending =
  | { readonly kind: 'cancelled'; readonly cause: unknown }
  | { readonly kind: 'listener'; readonly cause: unknown }
  | { readonly kind: 'timeout'; readonly limit: keyof ChatTimes; readonly milliseconds: number }

/** The life of one call: its clock and its end. */
export interface Call {
  /** Aborts when the call ends for whatever reason: all that belongs to it must let go. */
  readonly signal: AbortSignal
  /** Why it was ended from this side; undefined while it runs and when it ended by itself. */
  readonly ending: () => Ending | undefined
  readonly end: (ending: Ending) => void
  /** Data came: the limit of silence starts anew. */
  readonly alive: () => void
  /** Until the first data, and until now. */
  readonly milliseconds: () => { readonly firstByte: number; readonly total: number }
  /** Frees timers and listeners and aborts whatever is still open. */
  readonly close: () => void
}

/** A timer in Node that is set for longer goes off at once. */
const longestTimer = 2 ** 31 - 1

/** Starts the clocks of a call. The first byte is the first one of data, not of headers or of comments. */
export function openCall(times: ChatTimes, signal: AbortSignal | undefined): Call {
  const controller = new AbortController()
  const started = performance.now()
  let ending: Ending | undefined
  const end = (why: Ending) => {
    if (controller.signal.aborted) return
    ending = why
    controller.abort()
  }
  const limit = (name: keyof ChatTimes) =>
    setTimeout(
      () => end({ kind: 'timeout', limit: name, milliseconds: times[name] }),
      Math.min(times[name], longestTimer)
    )
  const total = limit('total')
  let silence = limit('firstByte')
  let begun: number | undefined
  const cancel = () => end({ kind: 'cancelled', cause: signal?.reason })
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted === true) cancel()
  return {
    signal: controller.signal,
    ending: () => ending,
    end,
    alive() {
      if (controller.signal.aborted) return
      if (begun !== undefined) {
        silence.refresh()
        return
      }
      begun = performance.now()
      clearTimeout(silence)
      silence = limit('idle')
    },
    milliseconds() {
      const now = performance.now()
      return { firstByte: (begun ?? now) - started, total: now - started }
    },
    close() {
      clearTimeout(total)
      clearTimeout(silence)
      signal?.removeEventListener('abort', cancel)
      controller.abort()
    }
  }
}
