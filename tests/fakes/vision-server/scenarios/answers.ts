import { goodPayloads, sendJson, sendPayloads, sendText } from './playing.ts'
import type { ChatCall, Scenario } from './scenario.ts'

/** Answers that arrive whole, odd as they may look. */
export const answerScenarios: readonly Scenario[] = [
  { id: 'ok', summary: 'a good streamed answer with usage', chat: (call) => sendText(call, call.answer) },
  {
    id: 'ok-json',
    summary: 'ignores `stream` and sends one JSON body',
    chat: (call) => sendJson(call, 200, call.chunks.whole(call.answer))
  },
  {
    id: 'length',
    summary: 'stops at the limit of tokens, in the middle',
    chat: (call) => sendText(call, call.answer.slice(0, Math.ceil(call.answer.length * 0.6)), 'length')
  },
  {
    id: 'ids',
    summary: 'id null, created 0, another model, no role, two choices, usage early',
    chat: (call) => sendPayloads(call, oddPayloads(call))
  }
]

function oddPayloads(call: ChatCall): unknown[] {
  const [, ...rest] = goodPayloads(call, call.answer)
  const odd = { id: null, created: 0, model: `${call.body.model}-2026-01` }
  const secondChoice = { index: 1, delta: { content: 'not this one' }, logprobs: null, finish_reason: null }
  const payloads = rest.map((payload) => {
    if (typeof payload !== 'object' || payload === null) return payload
    const choices = 'choices' in payload && Array.isArray(payload.choices) ? payload.choices : []
    return { ...payload, ...odd, choices: choices.length === 0 ? [] : [...choices, secondChoice] }
  })
  return [{ ...call.chunks.usage(), ...odd }, { ...call.chunks.delta({}), ...odd, usage: null }, ...payloads]
}
