import type { FailureCode } from '../../main/failure.ts'
import type { Said } from '../../main/saying.ts'

export type { Said, Saying, SayingName, SayingValues } from '../../main/saying.ts'

/** Why something did not work, as it crosses the bridge: fields of an `Error` would be lost there. */
export interface Problem extends Said {
  readonly code: FailureCode
}

/** What every verb answers. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }
