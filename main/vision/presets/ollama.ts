import type { Preset } from '../preset.ts'
import { familiesWithin, qwen3Picture } from './families.ts'
import { onThisMachine } from './usual.ts'

/** Ollama on this machine. It fetches no addresses: http gives 400 "invalid image input" (ollama, openai/openai.go). */
export const ollama = {
  ...onThisMachine,
  id: 'ollama',
  title: 'Ollama',
  baseUrl: 'http://localhost:11434/v1',
  models: {
    fast: 'qwen3-vl:8b',
    precise: 'qwen3-vl:30b',
    fallbacks: { 'qwen3-vl:8b': ['qwen3-vl:4b', 'qwen2.5vl:7b'], 'qwen3-vl:30b': ['qwen3-vl:8b'] }
  },
  picture: {
    ...qwen3Picture,
    maximumSide: 2048,
    // 2,048 tokens: half of the 4,096 that a context has below 24 GiB of graphics memory (ollama/ollama,
    // docs/context-length.mdx); more overflows it with a 400.
    maximumPixels: 2048 * 1024,
    // It runs Qwen-VL through llama-server with a floor of 1,024 tokens (ollama, llm/llama_server.go).
    tokens: { ...qwen3Picture.tokens, minimum: 1024, maximum: 4096 }
  },
  variants: familiesWithin(1024, 4096)
} as const satisfies Preset
