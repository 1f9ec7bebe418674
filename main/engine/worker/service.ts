import type { Operation, Progress, RequestOf, ResultOf } from '../protocol/operations.ts'

/** What an operation of the engine gets besides its request. */
export interface Call {
  /** Aborted when the app no longer wants the result. Check it between steps: native calls cannot be interrupted. */
  readonly signal: AbortSignal
  readonly report: (progress: Progress) => void
  /**
   * Lets the event loop turn once, so that a cancel message can arrive, and throws `cancelled` when one has. Await it
   * between native calls: each of them blocks the thread for as long as it runs.
   */
  readonly breathe: () => Promise<void>
}

/** The work of the engine, one function an operation. Throws `Failure`. */
export type Service = {
  readonly [O in Operation]: (request: RequestOf<O>, call: Call) => Promise<ResultOf<O>>
}
