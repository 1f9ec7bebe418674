import type { Preset } from '../preset.ts'
import { qwen3Picture } from './families.ts'
import { usual } from './usual.ts'

const fast = 'Qwen/Qwen3-VL-30B-A3B-Instruct'
const precise = 'Qwen/Qwen3-VL-235B-A22B-Instruct'

/** vLLM, or a cluster of them behind one address (Ray Serve, a load balancer). */
export const vllm = {
  ...usual,
  id: 'vllm',
  title: 'vLLM or a cluster',
  baseUrl: 'http://localhost:8000/v1',
  key: { need: 'optional', variable: 'VLLM_API_KEY' },
  models: { fast, precise, fallbacks: { [fast]: [precise], [precise]: [fast] } },
  picture: {
    ...qwen3Picture,
    // It never shrinks: what exceeds the encoder's cache or max_model_len is a 400 (QwenLM/Qwen3-VL#946). 4,096 cells fit
    // the smallest budget in use, and 4096 pixels are 128 of them in a row.
    maximumSide: 4096,
    maximumPixels: 4096 * 32 * 32,
    urls: true
  },
  // `sampling` stays empty: the server takes it from the model's generation_config.json.
  // It works on many requests at once; a cluster wants more, which is a setting.
  concurrency: 8,
  patienceMilliseconds: 120_000
} as const satisfies Preset
