import { asFailure, Failure, type FailureCode } from './failure.ts'
import type { Saying } from './saying.ts'

/** A failure as it goes from one thread to another: an error would lose all but its message. */
export interface FailureFacts {
  readonly code: FailureCode
  readonly message: string
  readonly advice: string | undefined
  readonly saying: Saying | undefined
  /** What went wrong underneath, where it is an error. */
  readonly cause: Error | undefined
}

export function factsOf(thrown: unknown): FailureFacts {
  const { code, message, advice, saying, cause } = asFailure(thrown)
  return { code, message, advice, saying, cause: cause instanceof Error ? cause : undefined }
}

export function failureFrom({ code, message, ...options }: FailureFacts): Failure {
  return new Failure(code, message, options)
}
