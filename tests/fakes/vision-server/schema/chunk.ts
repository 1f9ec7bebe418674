/*
 * Excerpt of CreateChatCompletionStreamResponse of the same description as in request.ts (MIT). `reasoning` and the
 * like are extensions of other providers and pass, as unknown properties do in the original.
 */

const delta = {
  type: 'object',
  properties: {
    content: { type: ['string', 'null'] },
    role: { enum: ['system', 'user', 'assistant', 'tool'] },
    refusal: { type: ['string', 'null'] }
  }
}

const choice = {
  type: 'object',
  properties: {
    delta,
    finish_reason: {
      oneOf: [{ type: 'null' }, { enum: ['stop', 'length', 'tool_calls', 'content_filter', 'function_call'] }]
    },
    index: { type: 'integer' },
    logprobs: { type: ['object', 'null'] }
  },
  required: ['delta', 'finish_reason', 'index']
}

const usage = {
  type: ['object', 'null'],
  properties: {
    completion_tokens: { type: 'integer' },
    prompt_tokens: { type: 'integer' },
    total_tokens: { type: 'integer' }
  },
  required: ['prompt_tokens', 'completion_tokens', 'total_tokens']
}

export const chunkSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    choices: { type: 'array', items: choice },
    created: { type: 'integer' },
    model: { type: 'string' },
    system_fingerprint: { type: ['string', 'null'] },
    object: { enum: ['chat.completion.chunk'] },
    usage
  },
  required: ['choices', 'created', 'id', 'model', 'object']
}
