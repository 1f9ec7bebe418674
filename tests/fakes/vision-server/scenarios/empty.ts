import { forTimes, goodPayloads, sendJson, sendPayloads } from './playing.ts'
import { type ChatCall, type Scenario, twice } from './scenario.ts'

/** Answers under 200 that hold nothing. `;times=` of them, then a good one. */
export const emptyScenarios: readonly Scenario[] = [
  empty('null-choices', '200 with `choices: null` and no tokens', nullChoices),
  empty('empty', 'a stream without any content', (call) =>
    sendPayloads(call, [call.chunks.role(), call.chunks.finish('stop'), '[DONE]'])
  ),
  empty('empty-stop', 'a stream whose only content is ""', (call) => sendPayloads(call, goodPayloads(call, '')))
]

function empty(id: string, summary: string, chat: (call: ChatCall) => Promise<void>): Scenario {
  return { id, summary, calls: twice, chat: (call) => forTimes(call, Number.POSITIVE_INFINITY, () => chat(call)) }
}

function nullChoices(call: ChatCall): Promise<void> {
  const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }
  const payload = { ...call.chunks.delta({}), id: null, created: 0, choices: null, usage }
  if (call.body.stream !== true) return sendJson(call, 200, { ...payload, object: 'chat.completion' })
  return sendPayloads(call, [payload, '[DONE]'])
}
