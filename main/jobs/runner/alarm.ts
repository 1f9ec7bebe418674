import type { Clock } from '../clock.ts'

/** One timer that can be set anew. */
export interface Alarm {
  /** For a time in milliseconds since 1970; undefined: none. */
  readonly set: (time: number | undefined) => void
  /** For a time at the latest: an earlier one stays. */
  readonly by: (time: number) => void
  readonly off: () => void
}

/** Machines sleep and clocks are set: a far time is looked at again after this many milliseconds. */
const longest = 60 * 60 * 1000

/** An alarm that is off. */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let set: { readonly time: number; readonly cancel: () => void } | undefined
  const off = (): void => {
    set?.cancel()
    set = undefined
  }
  const setTo = (time: number): void => {
    off()
    const cancel = clock.after(Math.min(Math.max(0, time - clock.now()), longest), () => {
      set = undefined
      ring()
    })
    set = { time, cancel }
  }
  return {
    set: (time) => (time === undefined ? off() : setTo(time)),
    by: (time) => {
      if (set === undefined || set.time > time) setTo(time)
    },
    off
  }
}
