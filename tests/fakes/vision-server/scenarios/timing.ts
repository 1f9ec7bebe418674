import { numberIn } from '../wire/address.ts'
import { goodPayloads, openStream, sendBeginning, sendEvent, sendPayloads, sendText } from './playing.ts'
import type { ChatCall, Scenario } from './scenario.ts'

/** Answers that take their time, or do not come at all. */
export const timingScenarios: readonly Scenario[] = [
  {
    id: 'slow',
    summary: 'a piece every `;ms=` milliseconds (300)',
    chat: (call) => sendPayloads(withPause(call), goodPayloads(call, call.answer))
  },
  {
    id: 'ttfb',
    summary: 'headers and first byte after `;ms=` milliseconds (2000)',
    chat: async (call) => {
      await call.wire.pause(numberIn(call.parameters, 'ms', 2000))
      await sendText({ ...call, parameters: new Map() }, call.answer)
    }
  },
  {
    id: 'stall',
    summary: 'three pieces, then silence on an open socket',
    chat: async (call) => {
      await sendBeginning(call)
      await call.wire.silence()
    }
  },
  { id: 'no-response', summary: 'accepts and never answers', chat: (call) => call.wire.silence() },
  {
    id: 'headers-only',
    summary: 'headers of a stream, then silence',
    chat: async (call) => {
      await openStream(call)
      await call.wire.silence()
    }
  },
  {
    id: 'keepalive',
    summary: '`;n=` comments (50), one every `;ms=` milliseconds (200), then a good answer',
    chat: sendComments
  }
]

function withPause(call: ChatCall): ChatCall {
  return { ...call, parameters: new Map([['ms', '300'], ...call.parameters]) }
}

async function sendComments(call: ChatCall): Promise<void> {
  await openStream(call)
  for (let sent = 0; sent < numberIn(call.parameters, 'n', 50); sent += 1) {
    await call.wire.write(`: ${call.dialect.comment}\n\n`)
    await call.wire.pause(numberIn(call.parameters, 'ms', 200))
  }
  for (const payload of goodPayloads(call, call.answer)) await sendEvent(call, payload)
  await call.wire.end()
}
