import type { VisionFailure } from '../../failure.ts'
import { redactedCause } from '../../redact.ts'
import { RedirectedError } from '../wire.ts'
import { type CallContext, failureOf } from './context.ts'
import { networkRules } from './network-rules.ts'
import { answerOutcomes } from './outcomes.ts'
import { quote } from './quote.ts'

/** What an error of the network means. `partial`: what of the answer had come before, undefined when nothing had. */
export function classifyThrown(thrown: unknown, context: CallContext, partial?: string): VisionFailure {
  const chain = chainOf(thrown)
  // A host may have any name, also one that sounds like a fault.
  const text = chain.map(wordsOf).join(' | ').replaceAll(new URL(context.endpoint.baseUrl).hostname, '')
  const proxied = chain.some((error) => isElsewhere(error, context.endpoint.baseUrl))
  const rule = networkRules.find(({ pattern }) => pattern.test(proxied ? `proxy | ${text}` : text)) ?? lastRule
  const redirect = chain.find((error) => error instanceof RedirectedError)
  const secrets = [context.endpoint.key]
  return failureOf(
    rule.outcome,
    context,
    { target: quote(redirect?.target ?? '', secrets) },
    {
      retry:
        typeof rule.outcome.retry === 'object'
          ? { kind: 'soon', milliseconds: rule.outcome.retry.soon }
          : { kind: 'never' },
      mayBeCounted: rule.sent || partial !== undefined,
      cause: redactedCause(thrown, secrets),
      ...(partial === undefined ? {} : { partial })
    }
  )
}

const lastRule = { outcome: answerOutcomes.upstream, sent: true } as const

/** Errors that are looked at; Node tries every address of a host and reports each. */
const longestChain = 20

/** An error, its causes, and the errors that it sums up. */
function chainOf(thrown: unknown): readonly Error[] {
  const chain: Error[] = []
  const waiting: unknown[] = [thrown]
  while (waiting.length > 0 && chain.length < longestChain) {
    const error = waiting.shift()
    if (!(error instanceof Error) || chain.includes(error)) continue
    chain.push(error)
    waiting.push(error.cause, ...(error instanceof AggregateError ? error.errors : []))
  }
  return chain
}

function wordsOf(error: Error): string {
  return `${error.name} ${'code' in error ? String(error.code) : ''} ${error.message}`
}

/** Whether an error speaks of another host or port than was asked: then a proxy stands in between. */
function isElsewhere(error: Error, baseUrl: string): boolean {
  const { hostname, port, protocol } = new URL(baseUrl)
  const asked = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
  if ('port' in error && typeof error.port === 'number') return error.port !== asked
  return 'hostname' in error && typeof error.hostname === 'string' && error.hostname !== hostname
}
