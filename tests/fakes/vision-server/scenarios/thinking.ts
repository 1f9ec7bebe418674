import { cutIntoDeltas } from '../wire/events.ts'
import { goodPayloads, sendPayloads, sendText } from './playing.ts'
import type { ChatCall, Scenario } from './scenario.ts'

const thought = 'The person wants to know what is here. SECRET THOUGHT: 先看标题,再看正文。'

/** Models that think aloud. */
export const thinkingScenarios: readonly Scenario[] = [
  {
    id: 'think-tag',
    summary: 'thinks between <think> marks in the text',
    chat: (call) => sendText(call, `<think>\n${thought}\n</think>\n\n${call.answer}`)
  },
  {
    id: 'think-split',
    summary: 'the same, with every mark cut into single letters',
    chat: (call) => sendPayloads(call, around(call, letters(`<think>${thought}</think>${call.answer}`)))
  },
  { id: 'reasoning', summary: 'thinks in `reasoning_content`', chat: (call) => reason(call, 'reasoning_content') },
  { id: 'reasoning2', summary: 'thinks in `reasoning`', chat: (call) => reason(call, 'reasoning') },
  {
    id: 'think-only',
    summary: 'thinks until the limit of tokens, content null',
    chat: (call) => {
      const thoughts = cutIntoDeltas(thought).map((piece) => thinking(call.dialect.reasoningField, piece))
      return sendPayloads(call, around(call, thoughts, 'length'))
    }
  }
]

function letters(text: string): Record<string, string>[] {
  return Array.from(text, (content) => ({ content }))
}

function thinking(field: string, piece: string): Record<string, string | null> {
  return { content: null, [field]: piece }
}

async function reason(call: ChatCall, field: string): Promise<void> {
  const thoughts = cutIntoDeltas(thought).map((piece) => thinking(field, piece))
  const answer = cutIntoDeltas(call.answer).map((content) => ({ content }))
  await sendPayloads(call, around(call, [...thoughts, ...answer]))
}

/** Role, these deltas, and all that ends a stream. */
function around(call: ChatCall, deltas: readonly Record<string, unknown>[], finish = 'stop'): unknown[] {
  const ending = goodPayloads(call, '', finish).slice(1)
  return [call.chunks.role(), ...deltas.map((delta) => call.chunks.delta(delta)), ...ending]
}
