import { numberIn } from '../wire/address.ts'
import { formatEvent } from '../wire/events.ts'
import { goodPayloads, openStream, sendEvent, sendPayloads } from './playing.ts'
import type { ChatCall, Scenario } from './scenario.ts'

const megabyte = 1_000_000

/** More than anybody asked for. */
export const largeScenarios: readonly Scenario[] = [
  {
    id: 'huge',
    summary: '`;mb=` megabytes of text (10) in events of 64 kB',
    chat: (call) =>
      sendRepeated(call, 'lorem ipsum '.repeat(5334), (numberIn(call.parameters, 'mb', 10) * megabyte) / 64_008)
  },
  {
    id: 'huge-line',
    summary: 'one event of `;mb=` megabytes (20)',
    chat: (call) =>
      sendPayloads(call, [
        call.chunks.role(),
        call.chunks.text('x'.repeat(numberIn(call.parameters, 'mb', 20) * megabyte)),
        ...ending(call)
      ])
  },
  {
    id: 'many',
    summary: '`;n=` pieces of one character (50,000)',
    chat: (call) => sendRepeated(call, 'y', numberIn(call.parameters, 'n', 50_000))
  }
]

function ending(call: ChatCall): unknown[] {
  // All of a good stream but its role and its text.
  return goodPayloads(call, '').slice(1)
}

/** Small pieces share a segment, or 50,000 of them would take a minute. */
async function sendRepeated(call: ChatCall, piece: string, count: number): Promise<void> {
  await openStream(call)
  await sendEvent(call, call.chunks.role())
  const event = formatEvent(call.chunks.text(piece))
  const together = Math.max(1, Math.floor(64_000 / event.length))
  for (let sent = 0; sent < count; sent += together) {
    await call.wire.write(event.repeat(Math.min(together, Math.ceil(count) - sent)))
  }
  for (const payload of ending(call)) await sendEvent(call, payload)
  await call.wire.end()
}
