import type { Preset } from '../preset.ts'
import { familiesWithin, qwen3Picture } from './families.ts'
import { onThisMachine } from './usual.ts'

/** llama-server of llama.cpp on this machine; it serves the one model that it was started with, by any name. */
export const llamaCpp = {
  ...onThisMachine,
  id: 'llama-cpp',
  title: 'llama.cpp',
  baseUrl: 'http://localhost:8080/v1',
  models: { fast: 'qwen3-vl', precise: 'qwen3-vl', fallbacks: {} },
  picture: {
    ...qwen3Picture,
    maximumSide: 4096,
    // ggml-org/llama.cpp, tools/mtmd/clip.cpp: 8 to 4,096 tokens for Qwen-VL, and it shrinks without a word.
    maximumPixels: 4096 * 32 * 32,
    tokens: { ...qwen3Picture.tokens, minimum: 8, maximum: 4096 }
  },
  variants: familiesWithin(8, 4096)
} as const satisfies Preset
