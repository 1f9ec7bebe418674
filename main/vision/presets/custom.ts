import type { Preset } from '../preset.ts'
import { families, qwen3Picture } from './families.ts'

/** Any other server that speaks like OpenAI's: nothing is known of it, so the narrowest limits of all hold. */
export const custom = {
  id: 'custom',
  title: 'Custom',
  baseUrl: '',
  key: { need: 'optional', variable: 'GLYPHLENS_API_KEY' },
  models: { fallbacks: {} },
  picture: {
    ...qwen3Picture,
    maximumSide: 2048,
    maximumPixels: 2_621_440
  },
  variants: families,
  partOrder: 'picture-first',
  sampling: {},
  maxTokensName: 'max_tokens',
  streamUsage: true,
  quota: {},
  concurrency: 2,
  patienceMilliseconds: 120_000
} as const satisfies Preset
