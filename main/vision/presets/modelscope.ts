import type { Preset } from '../preset.ts'
import { qwen3Picture, qwen3Sampling } from './families.ts'
import { usual } from './usual.ts'

const fast = 'Qwen/Qwen3-VL-30B-A3B-Instruct'
const precise = 'Qwen/Qwen3-VL-235B-A22B-Instruct'

/** ModelScope's free inference in China: the default. */
export const modelscope = {
  ...usual,
  id: 'modelscope',
  title: 'ModelScope',
  baseUrl: 'https://api-inference.modelscope.cn/v1',
  key: {
    need: 'required',
    page: 'https://modelscope.cn/my/myaccesstoken',
    prefix: 'ms-',
    variable: 'MODELSCOPE_API_KEY'
  },
  models: { fast, precise, fallbacks: { [fast]: ['Qwen/Qwen3-VL-8B-Instruct'], [precise]: [fast] } },
  picture: {
    ...qwen3Picture,
    // It answers 400 "input size exceed limit 2048x2048" instead of shrinking (zai-org/Open-AutoGLM#381).
    maximumSide: 2048,
    maximumPixels: 2048 * 2048,
    // It takes them, and its download times out now and then (lobehub/lobehub#9749): only for who asks for it.
    urls: true
  },
  // top_k is no part of the OpenAI interface, and nothing says that this gateway lets it pass.
  sampling: { presence_penalty: qwen3Sampling.presence_penalty },
  // modelscope.cn, limits of API-Inference: 2,000 calls a day and account; the cap of one model was reported between 200
  // and 500 and moved several times, so the lowest. Both begin anew at midnight in China.
  quota: { callsPerDay: 2000, callsPerModelAndDay: 200, resetOffsetMinutes: 480 },
  concurrency: 2,
  // A community gateway waits as long (tashfeenahmed/freellmapi#604); whole answers took up to 76 s.
  patienceMilliseconds: 90_000
} as const satisfies Preset
