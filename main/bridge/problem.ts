import type { Problem } from '../../preload/contract/result.ts'

/** What the window is told of a failure, be it fresh or kept; the cause stays here. */
export function problemOf({ code, message, advice, saying }: Problem): Problem {
  return { code, message, ...(advice !== undefined && { advice }), ...(saying !== undefined && { saying }) }
}
