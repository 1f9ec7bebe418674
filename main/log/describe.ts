import { Failure } from '../failure.ts'
import { redact } from '../vision/redact.ts'

/** Causes that are told of one error; longer chains hold nothing new. */
const longestChain = 5
/** Characters of one message: libraries quote what they could not understand. */
const longestMessage = 300
const longestTrace = 20

/**
 * What the log says of anything that was thrown: names, codes, cleaned messages and where in the code, of it and its causes.
 * Messages of a `SyntaxError` are left out, because they quote what was parsed.
 */
export function describe(thrown: unknown): string {
  return links(thrown, longestChain).join('\ncaused by ')
}

function links(thrown: unknown, left: number): string[] {
  if (thrown === undefined || thrown === null || left === 0) return []
  if (!(thrown instanceof Error)) return [`thrown: ${typeof thrown}`]
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` (${thrown.code})` : ''
  const message = thrown instanceof SyntaxError ? '' : `: ${redact(thrown.message, []).slice(0, longestMessage)}`
  return [`${thrown.name}${code}${message}${traceOf(thrown)}`, ...links(thrown.cause, left - 1)]
}

/** Where it was thrown; for a `Failure` only its cause tells something new. */
function traceOf(thrown: Error): string {
  if (thrown instanceof Failure && thrown.cause !== undefined) return ''
  const lines = thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return lines
    .slice(0, longestTrace)
    .map((line) => `\n${line}`)
    .join('')
}
