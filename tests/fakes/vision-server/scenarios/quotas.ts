import type { Problem } from '../dialects/dialect.ts'
import { numberIn, type Parameters } from '../wire/address.ts'
import { forTimes, refuse, sendText } from './playing.ts'
import { type ChatCall, once, type Scenario, twice } from './scenario.ts'

// Longer waits are not for a client to sit through.
const longestWait = 60

/** Refusals that pass with time. `;limits=yes` adds ModelScope's headers of quotas. */
export const quotaScenarios: readonly Scenario[] = [
  {
    id: '429-wait',
    summary:
      '`;times=` (1) refusals with Retry-After `;s=` (2): seconds, `date` (with `;in=` seconds), or any text; or retry-after-ms `;after-ms=`',
    calls: (parameters) => (isShort(parameters) ? 2 : 1),
    chat: (call) => forTimes(call, 1, () => refuse(call, 'rate', { headers: retryAfter(call) }))
  },
  {
    id: '429-day',
    summary: "the day's quota of the model is used up; it comes back at midnight of UTC+8 by the server's clock",
    calls: once,
    chat: (call) =>
      dayOf(call.now()) === dayOf(call.firstCall) ? refuse(call, 'quota-day') : sendText(call, call.answer)
  },
  passing('429-plan', 'the quota of the account is used up', 'quota-plan'),
  passing('429-burst', 'too many calls at once', 'burst')
]

function passing(id: string, summary: string, problem: Problem): Scenario {
  return {
    id,
    summary,
    calls: twice,
    chat: (call) => forTimes(call, Number.POSITIVE_INFINITY, () => refuse(call, problem))
  }
}

function retryAfter({ parameters, now }: ChatCall): Record<string, string> {
  const milliseconds = parameters.get('after-ms')
  if (milliseconds !== undefined) return { 'retry-after-ms': milliseconds }
  const seconds = parameters.get('s') ?? '2'
  if (seconds !== 'date') return { 'retry-after': seconds }
  return { 'retry-after': new Date(now() + numberIn(parameters, 'in', 2) * 1000).toUTCString() }
}

function isShort(parameters: Parameters): boolean {
  if (parameters.get('s') === 'date') return numberIn(parameters, 'in', 2) <= longestWait
  // What is no number leaves the client to its own patience, which is a wait.
  return numberIn(parameters, 's', 0) <= longestWait && numberIn(parameters, 'after-ms', 0) <= longestWait * 1000
}

/** Days since 1970 in China, whose midnight counts. */
function dayOf(time: number): number {
  return Math.floor((time + 8 * 3_600_000) / 86_400_000)
}
