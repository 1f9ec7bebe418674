import type { Preset } from '../preset.ts'
import { qwen3Picture, qwen3Sampling } from './families.ts'
import { usual } from './usual.ts'

const fast = 'qwen3-vl-30b-a3b-instruct'
const precise = 'qwen3-vl-235b-a22b-instruct'

/** Alibaba Cloud Model Studio (Bailian). Keys of its regions do not mix; the others' addresses are typed by hand. */
export const dashscope = {
  ...usual,
  id: 'dashscope',
  title: 'DashScope (Alibaba Cloud Model Studio)',
  baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
  key: {
    need: 'required',
    page: 'https://bailian.console.aliyun.com/?apiKey=1',
    prefix: 'sk-',
    variable: 'DASHSCOPE_API_KEY'
  },
  models: {
    fast,
    precise,
    fallbacks: { [fast]: ['qwen3-vl-8b-instruct', 'qwen3-vl-flash'], [precise]: ['qwen3-vl-plus', fast] }
  },
  picture: {
    ...qwen3Picture,
    // No limit is documented; 16,777,216 pixels, the most that can be asked for, with some room for panoramas.
    maximumSide: 8192,
    // Alibaba Cloud Model Studio, API reference: default of max_pixels, and of min_pixels (65,536 pixels are 64 cells).
    maximumPixels: 2_621_440,
    tokens: { ...qwen3Picture.tokens, minimum: 64, maximum: 2560 }
  },
  sampling: qwen3Sampling
} as const satisfies Preset
