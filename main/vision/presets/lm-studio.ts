import type { Preset } from '../preset.ts'
import { familiesWithin, qwen3Picture } from './families.ts'
import { onThisMachine } from './usual.ts'

/** LM Studio on this machine. */
export const lmStudio = {
  ...onThisMachine,
  id: 'lm-studio',
  title: 'LM Studio',
  baseUrl: 'http://localhost:1234/v1',
  models: {
    fast: 'qwen/qwen3-vl-8b',
    precise: 'qwen/qwen3-vl-30b',
    fallbacks: { 'qwen/qwen3-vl-8b': ['qwen/qwen3-vl-4b'], 'qwen/qwen3-vl-30b': ['qwen/qwen3-vl-8b'] }
  },
  picture: {
    ...qwen3Picture,
    // Its own resize; above 26,214,400 pixels in all it answers 400 (lmstudio-ai/lmstudio-bug-tracker#2003).
    maximumSide: 2048,
    maximumPixels: 2048 * 2048,
    // The engine is llama.cpp.
    tokens: { ...qwen3Picture.tokens, minimum: 8, maximum: 4096 }
  },
  variants: familiesWithin(8, 4096)
} as const satisfies Preset
