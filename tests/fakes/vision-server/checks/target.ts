import type { Finding } from './finding.ts'

/** Rule 1: what may be called, and how. Catches `/v1/v1`, doubled slashes and a missing version. */
export function checkTarget(method: string, rest: string): Finding[] {
  const allowed = { '/v1/chat/completions': 'POST', '/v1/models': 'GET' }[rest]
  if (allowed === method) return []
  const message = allowed === undefined ? `there is no ${rest}` : `${rest} is called with ${allowed}, not ${method}`
  return [{ check: 1, message, problem: 'not-found' }]
}
