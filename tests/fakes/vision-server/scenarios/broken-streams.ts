import { formatEvent } from '../wire/events.ts'
import { forTimes, goodPayloads, openStream, sendBeginning, sendEvent } from './playing.ts'
import type { ChatCall, Scenario } from './scenario.ts'

/** Streams that break, after three pieces of text. */
export const brokenStreamScenarios: readonly Scenario[] = [
  broken('eof', 'ends cleanly without finish and without [DONE]', (call) => call.wire.end()),
  broken('reset', 'the connection is reset', async (call) => call.wire.reset()),
  broken('bad-sse', 'an event that is no JSON', async (call) => {
    await call.wire.write('data: {"id": not json}\n\n')
    await call.wire.end()
  }),
  broken('half-json', 'ends in the middle of an event', async (call) => {
    const event = formatEvent(call.chunks.text('never whole'))
    await call.wire.write(event.slice(0, event.length / 2))
    await call.wire.end()
  }),
  {
    id: 'reset-first',
    summary: 'the connection is reset before any byte; `;times=` (1), then a good answer',
    chat: (call) => forTimes(call, 1, async () => call.wire.reset())
  },
  { id: 'extra-events', summary: 'unknown events, ids and retry between good ones', chat: sendStrangers }
]

function broken(id: string, summary: string, breakOff: (call: ChatCall) => Promise<void>): Scenario {
  const chat = async (call: ChatCall): Promise<void> => {
    await sendBeginning(call)
    await breakOff(call)
  }
  return { id, summary, chat: (call) => forTimes(call, Number.POSITIVE_INFINITY, () => chat(call)) }
}

async function sendStrangers(call: ChatCall): Promise<void> {
  await openStream(call)
  await call.wire.write('retry: 3000\n\nevent: ping\ndata: {"type":"ping"}\n\n')
  for (const [index, payload] of goodPayloads(call, call.answer).entries()) {
    await call.wire.write(`id: ${index}\nunknown: field\n`)
    await sendEvent(call, payload)
    await call.wire.write(`event: x-progress\ndata: {"step":${index}}\n\n`)
  }
  await call.wire.end()
}
