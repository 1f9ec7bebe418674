import type { VisionFailure } from '../failure.ts'
import type { Draft } from './answer.ts'
import type { Progress } from './failed-call.ts'
import type { CallContext } from './failures/context.ts'
import { answerOutcomes, callOutcomes, type Outcome } from './failures/outcomes.ts'
import { ownFailure } from './failures/own.ts'

/** How servers say that the limit of tokens ended an answer. */
const atLimit = /^(length|max_tokens|max_output_tokens|model_length)$/i

/** Whether an answer that ended well ends in the middle: at the limit of tokens, or at ours of characters. */
export function isTruncated(draft: Draft): boolean {
  return draft.full() || atLimit.test(draft.finish() ?? '')
}

/** What is wrong with an answer whose connection ended well; undefined when it is whole. */
export function flawOf(draft: Draft, context: CallContext, progress: Progress): VisionFailure | undefined {
  const outcome = outcomeOf(draft)
  if (outcome === undefined) return undefined
  const { partial, requestId } = progress
  return ownFailure(outcome, context, { partial, requestId, mayBeCounted: true })
}

function outcomeOf(draft: Draft): Outcome | undefined {
  const finish = draft.finish()
  if (draft.full()) return undefined
  if (finish === 'content_filter') return answerOutcomes.contentBlocked
  if (finish === 'error') return answerOutcomes.upstream
  if (draft.text().trim() === '') return draft.thinkingCharacters() > 0 ? callOutcomes.thoughtOnly : callOutcomes.empty
  return finish === undefined ? callOutcomes.cutOff : undefined
}
