import type { Failure, FailureCode } from '../../failure.ts'

/** What is written of a picture, with or without `--json`; each command adds its own to it. */
export interface TextRecord {
  /** The name as it was given; for a folder the path of the file. */
  readonly file: string
  readonly text: string
}

/** What is written of a picture that failed. */
export interface FailureRecord {
  readonly file: string
  readonly error: { readonly code: FailureCode; readonly message: string; readonly advice?: string }
}

export function recordFailure(file: string, failure: Failure): FailureRecord {
  const { code, message, advice } = failure
  return { file, error: { code, message, ...(advice !== undefined && { advice }) } }
}
