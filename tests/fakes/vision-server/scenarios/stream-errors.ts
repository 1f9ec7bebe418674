import type { Problem } from '../dialects/dialect.ts'
import { refusalOf } from '../dialects/refusals.ts'
import { openStream, sendBeginning, sendEvent } from './playing.ts'
import type { ChatCall, Scenario } from './scenario.ts'

/** Refusals inside a stream, under 200. `;problem=` names another one than the usual. */
export const streamErrorScenarios: readonly Scenario[] = [
  {
    id: 'err-first',
    summary: 'an error object as first event',
    chat: async (call) => {
      await openStream(call)
      await sendEvent(call, { error: errorOf(call, 'inspection') })
      await call.wire.end()
    }
  },
  {
    id: 'err-mid',
    summary: 'an error object after text',
    chat: (call) => afterText(call, () => sendEvent(call, { error: errorOf(call, 'bad-gateway') }))
  },
  {
    id: 'errors-mid',
    summary: 'an object with `errors` after text',
    chat: (call) =>
      afterText(call, () => sendEvent(call, { errors: errorOf(call, 'rate'), request_id: call.requestId }))
  },
  {
    id: 'err-event',
    summary: 'an `event: error` after text',
    chat: (call) =>
      afterText(call, async () => {
        await call.wire.write('event: error\n')
        await sendEvent(call, errorOf(call, 'server'))
      })
  }
]

function errorOf(call: ChatCall, usual: Problem): Record<string, unknown> {
  const { message, type, code } = refusalOf(call.dialect, (call.parameters.get('problem') ?? usual) as Problem)
  return { message, type, param: null, code }
}

async function afterText(call: ChatCall, fail: () => Promise<void>): Promise<void> {
  await sendBeginning(call)
  await fail()
  await call.wire.end()
}
