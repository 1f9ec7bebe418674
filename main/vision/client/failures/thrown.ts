import type { VisionFailure } from '../../failure.ts'
import { RedirectedError } from '../wire.ts'
import type { CallContext } from './context.ts'
import { brokenOff, networkRules } from './network-rules.ts'
import { ownFailure } from './own.ts'
import { quote } from './quote.ts'

/** What of an answer had come when the network failed. */
export interface Begun {
  /** Whether there was a head. */
  readonly head: boolean
  readonly partial: string | undefined
}

const notBegun: Begun = { head: false, partial: undefined }

/** What an error of the network means. */
export function classifyThrown(thrown: unknown, context: CallContext, begun: Begun = notBegun): VisionFailure {
  const { baseUrl, key } = context.endpoint
  const chain = chainOf(thrown)
  // A host may have any name, also one that sounds like a fault.
  const words = chain.map(wordsOf).join(' | ').replaceAll(new URL(baseUrl).hostname, '')
  const text = chain.some((error) => isElsewhere(error, baseUrl)) ? `proxy | ${words}` : words
  const { outcome, sent } = networkRules.find(({ pattern }) => pattern.test(text)) ?? brokenOff
  const redirect = chain.find((error) => error instanceof RedirectedError)
  return ownFailure(outcome, context, {
    values: {
      target: quote(redirect?.target ?? '', [key]),
      plain: !begun.head && baseUrl.startsWith('http:') ? 'http://' : ''
    },
    mayBeCounted: sent || begun.head,
    cause: thrown,
    partial: begun.partial
  })
}

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
