import type { FailureCode } from '../../main/failure.ts'

/** Why something did not work, as it crosses the bridge: fields of an `Error` would be lost there. */
export interface Problem {
  readonly code: FailureCode
  /** A sentence that a person understands. */
  readonly message: string
  /** What to do next, one sentence. */
  readonly advice?: string | undefined
}

/** What every verb answers. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }
