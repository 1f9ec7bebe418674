/** How fast jobs end, weighted towards the latest. Pure: a new one comes of each event. */
export interface Pace {
  /** Jobs that ended, older ones counting less. */
  readonly ended: number
  /** Milliseconds in which they did, weighted alike. */
  readonly elapsed: number
  /** Until when it is known, milliseconds since 1970. */
  readonly at: number
}

/** After so many milliseconds of work a job counts half: long enough to smooth, short enough to follow the network. */
const halfLife = 60_000

/** A pace that knows nothing yet. */
export function startPace(now: number): Pace {
  return { ended: 0, elapsed: 0, at: now }
}

/** After `ended` more jobs. */
export function paceAfter(pace: Pace, ended: number, now: number): Pace {
  const passed = Math.max(0, now - pace.at)
  const kept = 0.5 ** (passed / halfLife)
  return { ended: pace.ended * kept + ended, elapsed: pace.elapsed * kept + passed, at: now }
}

/** After a pause in which nothing was to be done: it slows nothing down. */
export function paceResumed(pace: Pace, now: number): Pace {
  return { ...pace, at: now }
}

/** Jobs a second; undefined before the first has ended. */
export function rateOf(pace: Pace): number | undefined {
  return pace.ended > 0 && pace.elapsed > 0 ? (pace.ended / pace.elapsed) * 1000 : undefined
}

/** Milliseconds until `remaining` jobs will have ended; undefined while nobody can tell. */
export function timeLeft(pace: Pace, remaining: number): number | undefined {
  if (remaining === 0) return 0
  const rate = rateOf(pace)
  return rate === undefined ? undefined : (remaining / rate) * 1000
}
