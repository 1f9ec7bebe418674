import { z } from 'zod'
import { failureCodes } from '../../failure.ts'
import { kept } from '../../saying.ts'
import type { SavedFailure } from '../job.ts'
import type { JobFailure } from '../waiting.ts'

const saved = z.object({
  code: z.enum(failureCodes).catch('internal'),
  message: z.string(),
  advice: z.string().optional(),
  saying: kept.optional().catch(undefined)
})

/** Code, sentence, advice and name as JSON. The cause may hold anything, so it is not kept. */
export function failureText({ code, message, advice, saying }: JobFailure): string {
  return JSON.stringify({ code, message, advice, saying })
}

/** A failure that was kept; a code of a later version is `internal`. */
export function readFailure(text: string): SavedFailure {
  const { code, message, advice, saying } = saved.parse(JSON.parse(text))
  return { code, message, advice, saying }
}
