import type { RetryAdvice, VisionFailure } from '../../failure.ts'
import { nextReset } from '../../quota.ts'
import { type AnswerRule, answerRules } from './answer-rules.ts'
import { type CallContext, failureOf } from './context.ts'
import { type ErrorFacts, findError } from './error-body.ts'
import { answerOutcomes, type Outcome, type RetryRule } from './outcomes.ts'
import { quote } from './quote.ts'
import { retryAfter } from './retry-after.ts'

/** An answer that tells of an error. */
export interface Refusal {
  /** Undefined for an error inside of an answer that began well. */
  readonly status: number | undefined
  readonly headers: Headers
  /** As text, or already parsed. */
  readonly body: unknown
  readonly requestId: string | undefined
  /** What of the answer had come before; undefined when nothing had. */
  readonly partial?: string | undefined
}

/** Longest wait in milliseconds that a call is held for; what a provider asks beyond that is a time to come back at. */
const longestWait = 60_000

const hour = 3_600_000

/** What an answer with an error means. Never throws, whatever the body is. */
export function classify(refusal: Refusal, context: CallContext, now: number): VisionFailure {
  const secrets = [context.endpoint.key]
  const { partial } = refusal
  const plain = typeof refusal.body === 'string' ? refusal.body : ''
  const html = /^\s*<(!doctype|html|head|body|\?xml)/i.test(plain)
  const facts = factsOf(refusal.body)
  const status = refusal.status ?? facts.status
  const words = quote(facts.message, secrets)
  const outcome = decideOutcome({
    provider: context.endpoint.preset.id,
    byAddress: isByAddress(context),
    status,
    html,
    text: textOf(facts, words)
  })
  const requestId = refusal.requestId ?? facts.requestId
  return failureOf(
    outcome,
    context,
    { quote: html ? '' : words },
    {
      retry: adviceOf(outcome.retry, refusal, facts.message, context, now),
      mayBeCounted: partial !== undefined || mayBeCounted(outcome, status),
      ...(partial === undefined ? {} : { partial }),
      ...(status === undefined ? {} : { status }),
      ...(requestId === undefined ? {} : { requestId: quote(requestId, secrets) })
    }
  )
}

function decideOutcome(answer: {
  readonly provider: string
  readonly byAddress: boolean
  readonly status: number | undefined
  readonly html: boolean
  readonly text: string
}): Outcome {
  const { provider, byAddress, status, html, text } = answer
  const fits = (rule: AnswerRule) =>
    (rule.provider === undefined || provider.startsWith(rule.provider)) &&
    (rule.status === undefined || (status === undefined ? rule.pattern !== undefined : rule.status.includes(status))) &&
    (rule.html === undefined || html) &&
    (rule.pattern === undefined || rule.pattern.test(text))
  const rule = answerRules.find(fits)
  // ModelScope puts pictures that came with the request aside and downloads them from there.
  if (rule?.outcome === 'pictureAddress' && !byAddress) return answerOutcomes.pictureLost
  if (rule !== undefined) return answerOutcomes[rule.outcome]
  return status !== undefined && status < 500 ? answerOutcomes.refused : answerOutcomes.upstream
}

function isByAddress({ messages = [] }: CallContext): boolean {
  return messages.some(({ pictures = [] }) => pictures.some(({ kind }) => kind === 'url'))
}

function adviceOf(
  rule: RetryRule,
  refusal: Refusal,
  message: string,
  { endpoint }: CallContext,
  now: number
): RetryAdvice {
  const asked = retryAfter(refusal.headers, now)
  if (rule === 'never') return { kind: 'never' }
  if (rule === 'other-model') return { kind: 'other-model' }
  if (rule === 'smaller') return { kind: 'smaller', maximumSide: sideOf(message) }
  // An hour: one call of nothing is a fair price for finding out when the quota really begins anew.
  if (rule === 'reset') return { kind: 'at', time: nextReset(endpoint.preset, now) ?? now + (asked ?? hour) }
  if (asked === undefined) return { kind: 'soon', milliseconds: rule.soon }
  return asked <= longestWait ? { kind: 'soon', milliseconds: asked } : { kind: 'at', time: now + asked }
}

/** The longest side that a message names, as in "limit 2048x2048". */
function sideOf(message: string): number | undefined {
  const [, width, height] = /limit\D{0,10}(\d{2,5}) ?[x×*] ?(\d{2,5})/i.exec(message) ?? []
  return width === undefined || height === undefined ? undefined : Math.min(Number(width), Number(height))
}

/** A refusal says that nothing was done, and so does 503; another fault may come after the model was paid for. */
function mayBeCounted({ code }: Outcome, status: number | undefined): boolean {
  return (code === 'vision-upstream' || code === 'vision-timeout') && status !== 503
}

function factsOf(body: unknown): ErrorFacts {
  if (typeof body !== 'string') return findError(body) ?? wordless
  try {
    return findError(JSON.parse(body)) ?? wordless
  } catch {
    // Not JSON: the words are looked at as they are.
    return { ...wordless, message: body }
  }
}

const wordless: ErrorFacts = { message: '', code: '', type: '', requestId: undefined, status: undefined }

function textOf({ code, type }: ErrorFacts, words: string): string {
  return `${code} ${type} ${words}`
}
