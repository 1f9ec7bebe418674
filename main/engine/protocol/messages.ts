import { z } from 'zod'
import { failureCodes } from '../../failure.ts'
import { kept } from '../../saying.ts'
import { progress } from './operations.ts'

const id = z.number().int().nonnegative()

/** From the app to the engine. The request itself is parsed by the schema of its operation. */
export const toEngine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('request'),
    id,
    operation: z.enum(['probe', 'read', 'annotate', 'encode', 'thumbnail', 'openDocument', 'renderPage', 'loadPack']),
    request: z.unknown()
  }),
  z.object({ kind: z.literal('cancel'), id })
])
export type ToEngine = z.infer<typeof toEngine>

/** From the engine to the app. `rss` is the engine's resident memory in bytes at that moment. */
export const fromEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), pid: z.number().int(), node: z.string() }),
  /** The engine took the request up: from here on its death is this request's own failed attempt. */
  z.object({ kind: z.literal('started'), id }),
  z.object({ kind: z.literal('progress'), id, progress }),
  z.object({ kind: z.literal('done'), id, result: z.unknown(), rss: z.number() }),
  z.object({
    kind: z.literal('failed'),
    id,
    code: z.enum(failureCodes),
    message: z.string(),
    advice: z.string().optional(),
    saying: kept.optional(),
    /** The cause with its stack, for the log. */
    detail: z.string().max(20_000),
    rss: z.number()
  })
])
export type FromEngine = z.infer<typeof fromEngine>
