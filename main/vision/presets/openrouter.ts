import type { Preset } from '../preset.ts'
import { qwen3Picture } from './families.ts'
import { usual } from './usual.ts'

const fast = 'qwen/qwen3-vl-30b-a3b-instruct'
const precise = 'qwen/qwen3-vl-235b-a22b-instruct'

/** OpenRouter: what becomes of a picture depends on who answers behind it, so the narrowest of them counts. */
export const openrouter = {
  ...usual,
  id: 'openrouter',
  title: 'OpenRouter',
  baseUrl: 'https://openrouter.ai/api/v1',
  key: {
    need: 'required',
    page: 'https://openrouter.ai/settings/keys',
    prefix: 'sk-or-',
    variable: 'OPENROUTER_API_KEY'
  },
  models: { fast, precise, fallbacks: { [fast]: ['qwen/qwen3-vl-8b-instruct'], [precise]: [fast] } },
  picture: {
    ...qwen3Picture,
    maximumSide: 2048,
    // Alibaba Cloud is one of those behind it: see DashScope.
    maximumPixels: 2_621_440,
    urls: true,
    // Behind it some take `auto` for low resolution.
    detail: 'high'
  },
  // openrouter.ai/docs, image inputs: the text first, then the pictures.
  partOrder: 'text-first'
  // `sampling` stays empty: Qwen's settings are wrong for the models of other makers.
} as const satisfies Preset
