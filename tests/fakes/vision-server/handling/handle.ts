import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { keyHashOf } from '../checks/headers.ts'
import { checkTarget } from '../checks/target.ts'
import { dialectNamed } from '../dialects/index.ts'
import type { Record } from '../journal/journal.ts'
import { scenarioNamed } from '../scenarios/index.ts'
import { sendModels } from '../scenarios/models.ts'
import { refuse } from '../scenarios/playing.ts'
import { parseAddress } from '../wire/address.ts'
import { ClientGone, createWire } from '../wire/wire.ts'
import { createCall } from './call.ts'
import { handleChat } from './chat.ts'
import { handleControl } from './control.ts'
import type { Desk } from './desk.ts'

/** Answers everything that arrives at one listener, and writes it down. */
export function createHandler(desk: Desk, listener: string): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path.startsWith('/__ctl/')) {
      void handleControl(desk, path, request, response)
      return
    }
    const record = openRecord(desk, listener, path, request)
    handle(desk, { record, path, request, response }).catch((thrown: unknown) => {
      if (thrown instanceof ClientGone) return
      record.fault(0, `the test server itself failed: ${String(thrown)}`)
      response.destroy()
    })
  }
}

/** Writes down who asks for what, and no value of a header. */
export function openRecord(desk: Desk, listener: string, path: string, request: IncomingMessage): Record {
  const { method = '', headers } = request
  return desk.journal.open({
    listener,
    method,
    path,
    headerNames: Object.keys(headers),
    keyHash: keyHashOf(headers.authorization)
  })
}

interface Arrival {
  readonly record: Record
  readonly path: string
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

async function handle(desk: Desk, { record, path, request, response }: Arrival): Promise<void> {
  const wire = createWire(response, (moment) => {
    record.note({ status: response.statusCode })
    record.mark(moment)
  })
  const address = parseAddress(path)
  const scenario = address && scenarioNamed(address.scenario)
  const dialect = address && dialectNamed(address.parameters.get('as'))
  if (address === undefined || scenario === undefined || dialect === undefined) {
    record.fault(1, `nothing is at ${path}`)
    return wire.whole(404, {}, 'Not Found')
  }
  record.note({ segment: address.segment, scenario: address.scenario })
  const call = createCall(desk, { address, dialect, wire })
  const [fault] = checkTarget(request.method ?? '', address.rest, request.url?.includes('?') === true)
  if (fault !== undefined) {
    record.fault(fault.check, fault.message)
    return refuse(call, fault.problem)
  }
  if (address.rest === '/v1/models') return (scenario.models ?? sendModels)(call)
  await handleChat({ desk, record, call, scenario, request })
}
