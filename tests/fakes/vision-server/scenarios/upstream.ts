import { forTimes, refuse } from './playing.ts'
import { type Call, type ChatCall, once, type Scenario, twice } from './scenario.ts'

/** Faults of servers on the way. `;times=` of them, then a good answer. */
export const upstreamScenarios: readonly Scenario[] = [
  failing('500', 'a fault of the server as JSON', (call) => refuse(call, 'server')),
  failing('502-html', 'a page of a gateway', (call) => sendPage(call, 502, gatewayPage)),
  failing('503-loading', 'the model is being loaded', (call) => refuse(call, 'loading')),
  failing('504', 'a gateway that says nothing at all', (call) => call.wire.whole(504, call.headers, '')),
  {
    id: 'html-200',
    summary: 'the page of a captive portal under 200',
    calls: once,
    chat: (call) => sendPage(call, 200, portalPage),
    models: (call) => sendPage(call, 200, portalPage)
  }
]

/** The page of a captive portal, for whoever answers with it. */
export const portalPage =
  '<!DOCTYPE html><html><head><title>Welcome to Hotel Wi-Fi</title></head><body><h1>Please sign in</h1></body></html>'

const gatewayPage = '<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>'

export async function sendPage(call: Call, status: number, page: string): Promise<void> {
  await call.wire.whole(status, { ...call.headers, 'content-type': 'text/html; charset=utf-8' }, page)
}

function failing(id: string, summary: string, chat: (call: ChatCall) => Promise<void>): Scenario {
  return { id, summary, calls: twice, chat: (call) => forTimes(call, Number.POSITIVE_INFINITY, () => chat(call)) }
}
