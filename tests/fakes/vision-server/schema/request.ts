/*
 * Excerpt of CreateChatCompletionRequest of the OpenAPI description of OpenAI, version 2.3.0, under the MIT licence:
 * github.com/openai/openai-openapi, openapi.yaml at commit 578000861507cd19620e3f1092adf62303757c0a. Left out: tools,
 * audio and what else a client that asks about pictures never sends. `nullable` is written as a union with null, since
 * JSON Schema 2020-12 knows no `nullable`. Unknown properties are allowed, as in the original.
 */

const number = (minimum: number, maximum: number) => ({ type: ['number', 'null'], minimum, maximum }) as const
const wholeNumber = { type: ['integer', 'null'] } as const
const yesOrNo = { type: ['boolean', 'null'] } as const

const textPart = {
  type: 'object',
  properties: { type: { enum: ['text'] }, text: { type: 'string' } },
  required: ['type', 'text']
} as const

const imagePart = {
  type: 'object',
  properties: {
    type: { enum: ['image_url'] },
    image_url: {
      type: 'object',
      properties: { url: { type: 'string', format: 'uri' }, detail: { enum: ['auto', 'low', 'high'] } },
      required: ['url']
    }
  },
  required: ['type', 'image_url']
} as const

const contentOf = (parts: readonly object[]) => ({
  oneOf: [{ type: 'string' }, { type: 'array', minItems: 1, items: { oneOf: parts } }]
})

const message = (role: string, parts: readonly object[]) => ({
  type: 'object',
  properties: { role: { enum: [role] }, content: contentOf(parts), name: { type: 'string' } },
  required: ['role', 'content']
})

export const requestSchema = {
  type: 'object',
  properties: {
    model: { type: 'string', minLength: 1 },
    messages: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [message('system', [textPart]), message('user', [textPart, imagePart]), message('assistant', [textPart])]
      }
    },
    temperature: number(0, 2),
    top_p: number(0, 1),
    frequency_penalty: number(-2, 2),
    presence_penalty: number(-2, 2),
    max_tokens: wholeNumber,
    max_completion_tokens: wholeNumber,
    n: { type: ['integer', 'null'], minimum: 1, maximum: 128 },
    seed: wholeNumber,
    stop: {
      oneOf: [{ type: ['string', 'null'] }, { type: 'array', minItems: 1, maxItems: 4, items: { type: 'string' } }]
    },
    stream: yesOrNo,
    stream_options: { type: ['object', 'null'], properties: { include_usage: { type: 'boolean' } } },
    user: { type: 'string' },
    store: yesOrNo,
    logprobs: yesOrNo
  },
  required: ['model', 'messages']
}
