import type { Picture } from '../checks/pictures.ts'
import { type ChatBody, textOf } from '../wire/chat-body.ts'
import type { UsageBody } from '../wire/chunks.ts'

/** Tokens by the rule of Qwen3-VL: one for each 32 by 32 pixels and two marks a picture; text counts four letters. */
export function countTokens(body: ChatBody, pictures: readonly Picture[], answer: string): UsageBody {
  const seen = pictures.map(({ facts }) => Math.ceil(facts.width / 32) * Math.ceil(facts.height / 32) + 2)
  const prompt = [...seen, quarter(body.messages.map(textOf).join(''))].reduce((sum, tokens) => sum + tokens, 0)
  const completion = quarter(answer)
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}

function quarter(text: string): number {
  return Math.ceil(text.length / 4)
}
