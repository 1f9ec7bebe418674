import type { Finding } from './finding.ts'

/** Rule 1: what may be called, and how. Catches `/v1/v1`, doubled slashes, a missing version and a query. */
export function checkTarget(method: string, rest: string, hasQuery: boolean): Finding[] {
  const allowed = { '/v1/chat/completions': 'POST', '/v1/models': 'GET' }[rest]
  if (allowed === method && !hasQuery) return []
  const message =
    allowed === undefined ? `there is no ${rest}` : `${rest} is called with ${allowed} and without a query, not so`
  return [{ check: 1, message, problem: 'not-found' }]
}
