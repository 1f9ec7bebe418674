/** What decides whether the house may be tidied now. */
export interface QuietFacts {
  /** Since a person last touched this machine, in seconds. */
  readonly untouched: number
  /** Whether nothing runs and nothing can be taken. */
  readonly isIdle: boolean
  readonly onBattery: boolean
  /** Milliseconds since it was last tidied; undefined when it was not, in this process. */
  readonly since: number | undefined
  /** Milliseconds since the app was started. */
  readonly running: number
}

/** Seconds without a hand on the machine. */
const stillness = 120
/** Milliseconds between two times; a person who never rests is not spared for ever. */
const often = 30 * 60_000
const atLast = 12 * 3_600_000

/** Whether this is a moment for what can wait: deletions that cannot be undone any more, the index, the daily backup. */
export function isQuiet({ untouched, isIdle, onBattery, since, running }: QuietFacts): boolean {
  if (!isIdle) return false
  if (since !== undefined && since < often) return false
  return (untouched >= stillness && !onBattery) || (since ?? running) >= atLast
}
