import { modelscopeEnvelope } from '../dialects/envelopes.ts'
import { refusalOf } from '../dialects/refusals.ts'
import { numberIn } from '../wire/address.ts'
import { refuse, sendJson, sendText } from './playing.ts'
import { type ChatCall, type Scenario, twice } from './scenario.ts'

/** Refuses pictures until they are small enough. */
export const pixelScenarios: readonly Scenario[] = [
  {
    id: '400-pixels',
    summary: 'refuses sides above `;side=` (1024), under `error` and `errors` in turn, or as `;under=` says',
    calls: twice,
    chat: async (call) => {
      const limit = numberIn(call.parameters, 'side', 1024)
      const tooLarge = call.pictures.find(({ facts }) => Math.max(facts.width, facts.height) > limit)
      if (tooLarge === undefined) return sendText(call, call.answer)
      await refusePixels(call, limit, `(${tooLarge.facts.width},${tooLarge.facts.height})`)
    }
  }
]

async function refusePixels(call: ChatCall, limit: number, size: string): Promise<void> {
  const message = `input size exceed limit ${limit}x${limit},current input:${size}`
  if (call.dialect.name !== 'modelscope') return refuse(call, 'picture-pixels', { words: { message } })
  const under = call.parameters.get('under') ?? (call.attempt % 2 === 1 ? 'error' : 'errors')
  const refusal = { ...refusalOf(call.dialect, 'picture-pixels'), message }
  await sendJson(call, 400, modelscopeEnvelope(refusal, call.requestId, under === 'errors' ? 'errors' : 'error'))
}
