import { z } from 'zod'
import type { Usage } from '../chat.ts'

/** What one chunk of a stream, or a whole answer, says. */
export interface Piece {
  readonly text: string
  readonly thinking: string
  readonly finish: string | undefined
  readonly usage: Usage | undefined
  readonly model: string | undefined
  /** Whether it has the shape of an answer at all; `choices` may be null. */
  readonly recognised: boolean
}

/** Whatever is missing, null or of the wrong type counts as not said: compatible servers differ in every field. */
function lenient<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined)
}

const count = z.number().int().min(0)
const textPart = z.object({ text: z.string() })
const content = z.union([
  z.string(),
  z.array(textPart.catch({ text: '' })).transform((parts) => parts.map(({ text }) => text).join(''))
])

const message = z.object({
  content: lenient(content),
  /** A model that declines says so here, at OpenAI; it is what a person wants to read. */
  refusal: lenient(z.string()),
  /** DashScope, ModelScope and older vLLM; then Ollama, OpenRouter and newer vLLM. Some send both with one content. */
  reasoning_content: lenient(z.string()),
  reasoning: lenient(z.string())
})

const choice = z.object({
  index: lenient(z.number()),
  delta: lenient(message),
  message: lenient(message),
  finish_reason: lenient(z.string())
})

const usageBlock = z
  .object({ prompt_tokens: count, completion_tokens: count.catch(0), total_tokens: lenient(count) })
  .transform(({ prompt_tokens: promptTokens, completion_tokens: completionTokens, total_tokens: total }): Usage => {
    return { promptTokens, completionTokens, totalTokens: total ?? promptTokens + completionTokens }
  })

const chunk = z.object({
  model: lenient(z.string().trim().min(1).max(200)),
  choices: lenient(z.array(choice.catch({}))),
  usage: lenient(usageBlock)
})

/** Reads a chunk of a stream or a whole answer; of several choices only the first. Never throws. */
export function readChunk(value: unknown): Piece {
  const { choices = [], model, usage } = chunk.catch({}).parse(value)
  const first = choices.find(({ index = 0 }) => index === 0)
  const said = first?.delta ?? first?.message
  return {
    text: said?.content || said?.refusal || '',
    thinking: said?.reasoning_content || said?.reasoning || '',
    finish: first?.finish_reason || undefined,
    usage,
    model,
    recognised: typeof value === 'object' && value !== null && 'choices' in value
  }
}
