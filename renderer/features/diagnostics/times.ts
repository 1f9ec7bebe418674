import type { CaptureWaits } from '../../../preload/contract/app.ts'

export type Wait = 'overlay' | 'text'

/** One wait over several captures, in milliseconds. */
export interface WaitRow {
  readonly wait: Wait
  readonly median: number
  readonly longest: number
  /** Oldest first; undefined where a capture did not go so far. */
  readonly values: readonly (number | undefined)[]
}

/** So many of the last captures are drawn. */
const drawn = 40

/** The waits that any of the last captures had. */
export function rowsOf(captures: readonly CaptureWaits[]): WaitRow[] {
  const last = captures.slice(-drawn)
  return (['overlay', 'text'] as const).flatMap((wait) => {
    const values = last.map((capture) => capture[wait])
    const known = values.filter((value) => value !== undefined).toSorted((one, other) => one - other)
    const [longest, median] = [known.at(-1), known[Math.floor((known.length - 1) / 2)]]
    return longest === undefined || median === undefined ? [] : [{ wait, median, longest, values }]
  })
}
