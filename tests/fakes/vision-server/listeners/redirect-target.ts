import type { RequestListener } from 'node:http'
import type { Desk } from '../handling/desk.ts'
import { openRecord } from '../handling/handle.ts'

/** Where redirections point to: every visitor is a fault. */
export function createRedirectTarget(desk: Desk): RequestListener {
  return (request, response) => {
    const record = openRecord(desk, 'redirect-target', request.url ?? '', request)
    record.fault(1, 'a redirection was followed')
    request.resume()
    response.end('you should not be here')
  }
}
