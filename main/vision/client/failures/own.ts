import type { VisionFailure } from '../../failure.ts'
import { redact, redactedCause } from '../../redact.ts'
import { type CallContext, failureOf } from './context.ts'
import type { Outcome } from './outcomes.ts'
import type { Values } from './template.ts'

/** What is known of a failure besides its outcome. */
export interface OwnFacts {
  /** For the sentences. */
  readonly values?: Values
  readonly cause?: unknown
  readonly partial?: string | undefined
  readonly requestId?: string | undefined
  readonly mayBeCounted: boolean
}

/** A failure that this side found, not one that the provider told of. */
export function ownFailure(outcome: Outcome, context: CallContext, facts: OwnFacts): VisionFailure {
  const { values = {}, partial, requestId, mayBeCounted } = facts
  const { retry } = outcome
  const secrets = [context.endpoint.key]
  const cause = redactedCause(facts.cause, secrets)
  return failureOf(outcome, context, values, {
    retry: typeof retry === 'object' ? { kind: 'soon', milliseconds: retry.soon } : { kind: 'never' },
    mayBeCounted,
    ...(cause === undefined ? {} : { cause }),
    ...(partial === undefined ? {} : { partial }),
    ...(requestId === undefined ? {} : { requestId: redact(requestId, secrets) })
  })
}
