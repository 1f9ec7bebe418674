/** What a look at a file says of whether it is complete. */
export interface Sighting {
  readonly size: number
  /** Milliseconds since 1970. */
  readonly changed: number
  /** When the look was taken. */
  readonly at: number
}

/** Who writes a file pauses for less than this, in milliseconds. */
export const quiet = 500

/** Whether two looks at a file show that nobody writes it any more; a file without bytes is still to come. */
export function isSettled(before: Sighting | undefined, now: Sighting): boolean {
  if (before === undefined || now.size === 0) return false
  return before.size === now.size && before.changed === now.changed && now.at - before.at >= quiet
}

/** When the file came to be where it is, as far as the system tells; a renamed one has the time of its renaming. */
export function arrivalOf(times: {
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly birthtimeMs: number
}): number {
  return Math.max(times.mtimeMs, times.ctimeMs, times.birthtimeMs)
}
