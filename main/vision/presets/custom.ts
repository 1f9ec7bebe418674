import type { Preset } from '../preset.ts'
import { qwen3Picture } from './families.ts'
import { usual } from './usual.ts'

/** Any other server that speaks like OpenAI's: nothing is known of it, so what nearly all take. */
export const custom = {
  ...usual,
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
  concurrency: 2,
  patienceMilliseconds: 120_000
} as const satisfies Preset
