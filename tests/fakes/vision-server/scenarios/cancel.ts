import { openStream, refuse, sendBeginning, sendEvent } from './playing.ts'
import { type ChatCall, once, type Scenario } from './scenario.ts'

/** Calls that a person gives up. Each goes on until the client leaves. */
export const cancelScenarios: readonly Scenario[] = [
  { id: 'cancel-before-headers', summary: 'nothing comes', calls: once, chat: (call) => call.wire.silence() },
  {
    id: 'cancel-after-first-byte',
    summary: 'three pieces, and more every 50 milliseconds',
    calls: once,
    chat: sendForEver
  },
  {
    id: 'cancel-during-wait',
    summary: 'Retry-After of 50 seconds',
    calls: once,
    chat: (call) => refuse(call, 'rate', { headers: { 'retry-after': '50' } })
  },
  {
    id: 'cancel-during-thinking',
    summary: 'thinks, and then nothing comes',
    calls: once,
    chat: async (call) => {
      await openStream(call)
      await sendEvent(call, call.chunks.role())
      await sendEvent(call, call.chunks.delta({ content: null, [call.dialect.reasoningField]: 'Let me see' }))
      await call.wire.silence()
    }
  }
]

async function sendForEver(call: ChatCall): Promise<void> {
  await sendBeginning(call)
  for (;;) {
    await call.wire.pause(50)
    await sendEvent(call, call.chunks.text(' more'))
  }
}
