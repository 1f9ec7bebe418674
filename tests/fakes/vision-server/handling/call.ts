import { randomUUID } from 'node:crypto'
import type { Call } from '../scenarios/scenario.ts'
import type { Desk } from './desk.ts'

/** What every scenario gets, whatever is asked. Counts the call. */
export function createCall(desk: Desk, given: Pick<Call, 'address' | 'dialect' | 'wire'>): Call {
  const { state } = desk
  const { segment, rest, parameters } = given.address
  const requestId = randomUUID()
  return {
    ...given,
    // A look at the list of models is no attempt at a chat.
    ...state.count(`${segment}${rest}`),
    parameters,
    requestId,
    now: state.now,
    origins: desk.origins(),
    headers: {
      'x-request-id': requestId,
      ...(state.clockIsSet() ? { date: new Date(state.now()).toUTCString() } : {}),
      ...(parameters.get('limits') === 'yes' ? quotaHeaders(parameters.get('remaining') ?? '0') : {})
    }
  }
}

/** The headers in which ModelScope told of quotas, when it did. */
function quotaHeaders(remaining: string): Record<string, string> {
  return {
    'modelscope-ratelimit-requests-limit': '2000',
    'modelscope-ratelimit-requests-remaining': remaining,
    'modelscope-ratelimit-model-requests-limit': '500',
    'modelscope-ratelimit-model-requests-remaining': remaining
  }
}
