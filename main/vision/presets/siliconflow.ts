import type { Preset } from '../preset.ts'
import { qwen3Picture, qwen3Sampling } from './families.ts'
import { usual } from './usual.ts'

const fast = 'Qwen/Qwen3-VL-30B-A3B-Instruct'
const precise = 'Qwen/Qwen3-VL-235B-A22B-Instruct'

/** SiliconFlow in China. */
export const siliconflow = {
  ...usual,
  id: 'siliconflow',
  title: 'SiliconFlow',
  baseUrl: 'https://api.siliconflow.cn/v1',
  key: {
    need: 'required',
    page: 'https://cloud.siliconflow.cn/account/ak',
    prefix: 'sk-',
    variable: 'SILICONFLOW_API_KEY'
  },
  models: { fast, precise, fallbacks: { [fast]: ['Qwen/Qwen3-VL-8B-Instruct'], [precise]: [fast] } },
  picture: {
    ...qwen3Picture,
    // The guide says "full resolution" without a number; the processor of the Qwen-VL models looks at 3584 by 3584.
    maximumSide: 3584,
    maximumPixels: 3584 * 3584,
    // docs.siliconflow.cn, vision: `auto` means low resolution there, as `low` does.
    detail: 'high'
  },
  // docs.siliconflow.cn, chat completions: top_k is one of its parameters, presence_penalty is not.
  sampling: { top_k: qwen3Sampling.top_k }
} as const satisfies Preset
