import type { Preset } from '../preset.ts'
import { modelscope } from './modelscope.ts'

/** ModelScope's site outside of China: the same service with accounts and keys of its own, which do not mix. */
export const modelscopeAi = {
  ...modelscope,
  id: 'modelscope-ai',
  title: 'ModelScope (.ai)',
  baseUrl: 'https://api-inference.modelscope.ai/v1',
  key: {
    need: 'required',
    page: 'https://modelscope.ai/my/myaccesstoken',
    prefix: 'ms-',
    variable: 'MODELSCOPE_AI_API_KEY'
  },
  // What is known of the other site's daily numbers says nothing of this one.
  quota: { resetOffsetMinutes: modelscope.quota.resetOffsetMinutes }
} as const satisfies Preset
