import type { Dialect } from './dialect.ts'
import {
  dashscopeEnvelope,
  modelscopeEnvelope,
  openrouterEnvelope,
  siliconflowEnvelope,
  standardEnvelope
} from './envelopes.ts'

const widePictures = { minimumSide: 32, maximumSide: 16_384, maximumRatio: 200 } as const

const hosted = {
  refusals: {},
  keyOptional: false,
  bodyProperties: [],
  partProperties: [],
  pictures: widePictures,
  textFirst: false,
  reasoningField: 'reasoning_content',
  chunkExtra: { system_fingerprint: null },
  comment: 'keep-alive'
} as const

export const modelscope: Dialect = {
  ...hosted,
  name: 'modelscope',
  envelope: (refusal, requestId) => modelscopeEnvelope(refusal, requestId),
  refusals: {
    auth: { message: 'Authentication failed, please make sure that a valid ModelScope token is supplied.' },
    'account-link': { message: 'Please bind your Alibaba Cloud account before use.' },
    permission: { message: 'Your Alibaba Cloud account must be real-name verified to use this model.' },
    'model-unknown': { status: 400, message: 'Invalid model id' },
    'model-gone': { message: 'Model id : X , has no provider supported' },
    'quota-day': { message: "You have exceeded today's quota for model X, please try again tomorrow." },
    burst: { message: 'Request limit exceeded.' },
    rate: { message: 'Request limit exceeded.' },
    'picture-pixels': { message: 'input size exceed limit 2048x2048' },
    inspection: { message: 'InvalidParameter.DataInspection: media download timed out' }
  },
  bodyProperties: ['top_k', 'repetition_penalty', 'enable_thinking'],
  partProperties: ['min_pixels', 'max_pixels'],
  pictures: { minimumSide: 32, maximumSide: 2048, maximumRatio: 200 }
}

export const dashscope: Dialect = {
  ...hosted,
  name: 'dashscope',
  envelope: dashscopeEnvelope,
  refusals: {
    balance: {
      status: 400,
      message: 'Access denied, your account is in arrears.',
      type: 'Arrearage',
      code: 'Arrearage'
    },
    permission: { message: 'Model access denied.', type: 'AccessDenied.Unpurchased', code: 'AccessDenied.Unpurchased' },
    rate: { message: 'You exceeded your current requests list.', type: 'limit_requests', code: 'limit_requests' },
    burst: { message: 'Request rate increased too quickly. To ensure system stability, please adjust your client.' },
    'quota-plan': {
      message: 'Allocated quota exceeded, please increase your quota limit.',
      type: 'insufficient_quota'
    },
    'picture-bytes': { message: 'Exceeded limit on max bytes per data-uri item : 10485760' },
    'picture-shape': { message: 'The image length and width do not meet the model restrictions.' },
    'picture-format': { message: 'The provided image cannot be decoded.' },
    'no-vision': { message: 'Unexpected item type in content.' }
  },
  bodyProperties: ['top_k', 'repetition_penalty', 'vl_high_resolution_images', 'enable_thinking', 'thinking_budget'],
  partProperties: ['min_pixels', 'max_pixels'],
  pictures: { minimumSide: 10, maximumSide: 16_384, maximumRatio: 200 }
}

export const siliconflow: Dialect = {
  ...hosted,
  name: 'siliconflow',
  envelope: siliconflowEnvelope,
  refusals: {
    auth: { message: 'Invalid token' },
    'picture-format': { message: 'The image data URI is not valid.', code: 20040 },
    rate: { message: 'Request was rejected due to rate limiting.' },
    loading: { message: 'Model service overloaded. Please try again later.', code: 50505 }
  },
  bodyProperties: ['top_k', 'min_p', 'repetition_penalty', 'enable_thinking', 'thinking_budget']
}

export const openrouter: Dialect = {
  ...hosted,
  name: 'openrouter',
  envelope: openrouterEnvelope,
  refusals: { 'bad-gateway': { message: 'Provider returned error' } },
  bodyProperties: ['top_k', 'min_p', 'repetition_penalty', 'provider', 'reasoning', 'usage', 'transforms'],
  textFirst: true,
  reasoningField: 'reasoning',
  chunkExtra: { provider: 'Fake' },
  comment: 'OPENROUTER PROCESSING'
}

export const openai: Dialect = {
  ...hosted,
  name: 'openai',
  envelope: standardEnvelope,
  bodyProperties: ['reasoning_effort', 'verbosity', 'service_tier']
}
