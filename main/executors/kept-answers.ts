import { z } from 'zod'
import type { Execution } from '../jobs/runner/executor.ts'
import type { KeptAnswers } from '../vision/analyze/options.ts'
import type { ChatAnswer } from '../vision/chat.ts'

const count = z.number().int().nonnegative()
const usage = z.object({ promptTokens: count, completionTokens: count, totalTokens: count })

/** An answer as it lies in the queue: JSON has no undefined. What headers told of a quota is old news by then. */
const saved = z.object({
  text: z.string(),
  thinking: z.string(),
  truncated: z.boolean(),
  model: z.string(),
  usage: usage.nullish().transform((value) => value ?? undefined),
  requestId: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
  milliseconds: z.object({ firstByte: z.number(), total: z.number() }),
  sentBytes: count
})

/** Answers of single calls, kept with the job. One that cannot be understood any more is asked for again. */
export function keptIn({ parts, savePart }: Pick<Execution, 'parts' | 'savePart'>): KeptAnswers {
  return {
    get: (key): ChatAnswer | undefined => {
      const answer = saved.safeParse(parts.find((part) => part.key === key)?.body).data
      return answer && { ...answer, quota: {} }
    },
    save: (key, body) => savePart({ key, body })
  }
}
