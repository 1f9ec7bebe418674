const minute = 60_000
const day = 24 * 60 * minute

/** The calendar day at `now` where clocks are `offsetMinutes` east of UTC, as 2026-11-23. */
export function dayOf(now: number, offsetMinutes: number): string {
  return new Date(now + offsetMinutes * minute).toISOString().slice(0, 10)
}

/** The next midnight there, in milliseconds since 1970; always after `now`. */
export function nextMidnight(now: number, offsetMinutes: number): number {
  const offset = offsetMinutes * minute
  return Math.floor((now + offset) / day + 1) * day - offset
}
