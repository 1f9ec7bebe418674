import type { Preset } from '../preset.ts'
import { familiesWithin, qwen3Picture } from './families.ts'

/** What most servers that speak like OpenAI's have in common. */
export const usual = {
  variants: familiesWithin(qwen3Picture.tokens.minimum, qwen3Picture.tokens.maximum),
  partOrder: 'picture-first',
  sampling: {},
  maxTokensName: 'max_tokens',
  streamUsage: true,
  quota: {},
  concurrency: 4,
  // Longer than whole answers to a screenshot usually take.
  patienceMilliseconds: 60_000
} as const satisfies Partial<Preset>

/** A server for one person on the same machine; the models' own files have their sampling. */
export const onThisMachine = {
  ...usual,
  key: { need: 'optional' },
  concurrency: 1,
  // A model may have to be read from disk first.
  patienceMilliseconds: 180_000
} as const satisfies Partial<Preset>
