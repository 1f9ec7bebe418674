import type { Dialect } from './dialect.ts'
import { llamacppEnvelope, standardEnvelope, vllmEnvelope } from './envelopes.ts'

const local = {
  keyOptional: true,
  partProperties: [],
  pictures: { minimumSide: 32, maximumSide: 16_384, maximumRatio: 200 },
  textFirst: false,
  comment: 'keep-alive'
} as const

export const ollama: Dialect = {
  ...local,
  name: 'ollama',
  envelope: standardEnvelope,
  refusals: {
    'picture-format': { message: 'invalid image input' },
    'model-unknown': { message: 'model "X" not found, try pulling it first', type: 'not_found_error', code: null },
    context: { message: 'the input length exceeds the context length' }
  },
  bodyProperties: ['reasoning_effort'],
  reasoningField: 'reasoning',
  chunkExtra: { system_fingerprint: 'fp_ollama' }
}

export const llamacpp: Dialect = {
  ...local,
  name: 'llamacpp',
  envelope: llamacppEnvelope,
  refusals: {
    context: { message: 'the request exceeds the available context size', type: 'exceed_context_size_error' },
    'picture-format': { message: 'Failed to load image or audio file', type: 'invalid_request_error' },
    loading: { message: 'Loading model', type: 'unavailable_error' }
  },
  bodyProperties: ['top_k', 'min_p', 'repeat_penalty', 'cache_prompt', 'chat_template_kwargs'],
  reasoningField: 'reasoning_content',
  chunkExtra: { system_fingerprint: 'b6000-fake' }
}

export const vllm: Dialect = {
  ...local,
  name: 'vllm',
  envelope: vllmEnvelope,
  refusals: {
    'no-vision': { message: 'X is not a multimodal model', type: 'BadRequestError' },
    'picture-pixels': { message: 'The image item exceeds the encoder cache size.', type: 'BadRequestError' },
    context: { message: "This model's maximum context length is 4096 tokens.", type: 'BadRequestError' },
    'model-unknown': { message: 'The model `X` does not exist.', type: 'NotFoundError' }
  },
  bodyProperties: ['top_k', 'min_p', 'repetition_penalty', 'chat_template_kwargs', 'mm_processor_kwargs'],
  reasoningField: 'reasoning_content',
  chunkExtra: {}
}
