import type { Problem } from '../../preload/contract/result.ts'
import type { Failure } from '../failure.ts'

/** What the window is told of a failure; the cause stays here. */
export function problemOf({ code, message, advice }: Failure): Problem {
  return { code, message, ...(advice !== undefined && { advice }) }
}
