import { asFailure, cancelled, type Failure } from '../../failure.ts'
import { TooLongError } from './bounded.ts'
import type { Ending } from './call.ts'
import { classify } from './failures/classify.ts'
import type { CallContext } from './failures/context.ts'
import { answerOutcomes, callOutcomes } from './failures/outcomes.ts'
import { type OwnFacts, ownFailure } from './failures/own.ts'
import { classifyThrown } from './failures/thrown.ts'
import { NotAnAnswerError, ToldError } from './read-answer.ts'

/** How far a call had come when it failed. */
export interface Progress {
  /** The answer's head, once there was one. */
  readonly response: Response | undefined
  readonly requestId: string | undefined
  /** What had come of the answer; undefined when nothing had. */
  readonly partial: string | undefined
  readonly now: number
}

/** The failure of a call that this side ended. */
export function endedFailure(ending: Ending, context: CallContext, progress: Progress): Failure {
  if (ending.kind === 'cancelled') return cancelled(ending.cause)
  if (ending.kind === 'listener') return asFailure(ending.cause)
  const seconds = String(Math.round(ending.milliseconds / 100) / 10)
  return ownFailure(callOutcomes[ending.limit], context, { ...factsOf(progress), values: { seconds } })
}

/** The failure of a call that something was thrown from. */
export function thrownFailure(thrown: unknown, context: CallContext, progress: Progress): Failure {
  const { response, requestId, partial, now } = progress
  if (response === undefined) return classifyThrown(thrown, context)
  if (thrown instanceof ToldError) {
    return classify(
      { status: undefined, headers: response.headers, body: thrown.body, requestId, partial },
      context,
      now
    )
  }
  const facts = { ...factsOf(progress), cause: thrown }
  if (thrown instanceof NotAnAnswerError) {
    return ownFailure(answerOutcomes.notAnApi, context, { ...facts, mayBeCounted: false })
  }
  if (thrown instanceof TooLongError) return ownFailure(callOutcomes.tooLong, context, facts)
  if (thrown instanceof SyntaxError) return ownFailure(callOutcomes.protocol, context, facts)
  return classifyThrown(thrown, context, { head: true, partial })
}

function factsOf({ partial, requestId }: Progress): OwnFacts {
  return { partial, requestId, mayBeCounted: true }
}
