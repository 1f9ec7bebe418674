import type { RetryAdvice, VisionFailure } from '../../failure.ts'
import { redactedCause } from '../../redact.ts'
import { type CallContext, failureOf } from './context.ts'
import type { Outcome } from './outcomes.ts'

/** What is known of a failure besides its outcome. */
export interface OwnFacts {
  readonly seconds?: number
  readonly cause?: unknown
  readonly partial?: string | undefined
  readonly requestId?: string | undefined
  readonly mayBeCounted: boolean
}

/** A failure that this side found, not one that the provider told of. */
export function ownFailure(outcome: Outcome, context: CallContext, facts: OwnFacts): VisionFailure {
  const { partial, requestId, mayBeCounted } = facts
  const cause = redactedCause(facts.cause, [context.endpoint.key])
  return failureOf(
    outcome,
    context,
    { seconds: String(facts.seconds ?? ''), quote: '' },
    {
      retry: adviceOf(outcome),
      mayBeCounted,
      ...(cause === undefined ? {} : { cause }),
      ...(partial === undefined ? {} : { partial }),
      ...(requestId === undefined ? {} : { requestId })
    }
  )
}

/** The advice of an outcome that depends on nothing but itself. */
export function adviceOf({ retry }: Outcome): RetryAdvice {
  return typeof retry === 'object' ? { kind: 'soon', milliseconds: retry.soon } : { kind: 'never' }
}
