import { doneMark, type EventStyle, formatEvent, plainStyle } from '../wire/events.ts'
import { goodPayloads, openStream } from './playing.ts'
import type { ChatCall, Scenario } from './scenario.ts'

/** One and the same good stream, written down in ways that a reader has to bear. */
export const notationScenarios: readonly Scenario[] = [
  { id: 'split', summary: 'a segment for each byte of letters beyond ASCII', chat: sendSplit },
  styled('crlf', 'lines end with CR LF', { ...plainStyle, lineEnd: '\r\n' }),
  styled('cr', 'lines end with CR', { ...plainStyle, lineEnd: '\r' }),
  styled('nospace', 'no space after `data:`', { ...plainStyle, space: false }),
  {
    id: 'bom',
    summary: 'a byte order mark comes first',
    chat: (call) => sendWritten(call, `\uFEFF${written(call, plainStyle)}`)
  },
  {
    id: 'nodone',
    summary: 'no [DONE] at the end',
    chat: (call) => sendWritten(call, written(call, plainStyle).replace(formatEvent(doneMark), ''))
  },
  {
    id: 'lastline',
    summary: 'no blank line behind the last event',
    chat: (call) => sendWritten(call, written(call, plainStyle).trimEnd())
  }
]

function styled(id: string, summary: string, style: EventStyle): Scenario {
  return { id, summary, chat: (call) => sendWritten(call, written(call, style)) }
}

function written(call: ChatCall, style: EventStyle): string {
  return goodPayloads(call, call.answer)
    .map((payload) => formatEvent(payload, style))
    .join('')
}

async function sendWritten(call: ChatCall, text: string): Promise<void> {
  await openStream(call)
  await call.wire.write(text)
  await call.wire.end()
}

/** Never two bytes of one letter in one segment: the text says so itself when it lacks such letters. */
async function sendSplit(call: ChatCall): Promise<void> {
  const text = written({ ...call, answer: `${call.answer} 截图 😀` }, plainStyle)
  await openStream(call)
  for (const run of text.match(/[\0-\x7f]+|[^\0-\x7f]+/g) ?? []) {
    const bytes = Buffer.from(run)
    const step = bytes.length === run.length ? bytes.length : 1
    for (let from = 0; from < bytes.length; from += step) await call.wire.write(bytes.subarray(from, from + step))
  }
  await call.wire.end()
}
