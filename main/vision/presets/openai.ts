import type { PictureRules, Preset, TokenRule } from '../preset.ts'
import { qwen3Picture } from './families.ts'
import { usual } from './usual.ts'

/** Models that see patches of 32 pixels, up to a number of them; `factor` tokens are counted for each. */
function patches(maximum: number, factor: number): { maximumPixels: number; tokens: TokenRule } {
  const tokens = { kind: 'cells', cell: 32, extra: 0, minimum: 1, maximum, factor } as const
  return { maximumPixels: maximum * 32 * 32, tokens }
}

/** Models that see tiles of 512 pixels: into 2048 by 2048, then a short side of 768. */
function tiles(base: number, tile: number): Partial<PictureRules> {
  return { maximumShortSide: 768, maximumPixels: 2048 * 768, tokens: { kind: 'tiles', base, tile } }
}

/** OpenAI. All numbers: its guide "Images and vision", calculating costs. */
export const openai = {
  ...usual,
  id: 'openai',
  title: 'OpenAI',
  baseUrl: 'https://api.openai.com/v1',
  key: {
    need: 'required',
    page: 'https://platform.openai.com/api-keys',
    prefix: 'sk-',
    variable: 'OPENAI_API_KEY'
  },
  models: {
    fast: 'gpt-5.4-mini',
    precise: 'gpt-5.4',
    fallbacks: { 'gpt-5.4-mini': ['gpt-4.1-mini'], 'gpt-5.4': ['gpt-5.4-mini', 'gpt-4.1'] }
  },
  picture: {
    // Patches of 32 pixels here as there.
    ...qwen3Picture,
    maximumSide: 2048,
    // `high` of GPT-5.4 and later.
    ...patches(2500, 1),
    urls: true,
    detail: 'high',
    // No space of its own is documented: it is told the grid in the prompt.
    boxes: 'thousand'
  },
  variants: [
    { pattern: '(4\\.1|5|5\\.4)-mini', picture: patches(1536, 1.62) },
    { pattern: '(4\\.1|5|5\\.4)-nano', picture: patches(1536, 2.46) },
    { pattern: 'o4-mini', picture: patches(1536, 1.72) },
    { pattern: 'gpt-4o-mini', picture: tiles(2833, 5667) },
    { pattern: 'gpt-4o|gpt-4\\.1', picture: tiles(85, 170) },
    { pattern: '^o[13]', picture: tiles(75, 150) },
    { pattern: '^gpt-5$|^gpt-5-20|^gpt-5\\.1', picture: tiles(70, 140) }
  ],
  // Models that always think answer 400 to any temperature but their own (openai/openai-python#2072, QwenLM/qwen-code#921).
  fixedSampling: String.raw`^o\d|^gpt-5(-|$)`,
  // openai/openai-openapi, openapi.yaml: max_tokens is deprecated and refused by reasoning models.
  maxTokensName: 'max_completion_tokens'
} as const satisfies Preset
