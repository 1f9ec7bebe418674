import { z } from 'zod'
import { kept } from '../saying.ts'
import type { Row } from '../store/connection.ts'

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' })
    return z.NEVER
  }
})

const savedFailure = z.object({
  code: z.string(),
  message: z.string(),
  advice: z.string().optional(),
  saying: kept.optional().catch(undefined)
})

/** A nullable column as a missing value. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? undefined, schema.optional())

const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1)

export const entrySources = ['file', 'paste', 'capture', 'url', 'folder', 'document'] as const
export const entryStates = ['queued', 'running', 'waiting', 'done', 'failed', 'cancelled', 'unsure'] as const
export const resultKinds = ['reading', 'text', 'boxes', 'chart', 'tables'] as const

const summary = z.object({
  id: z.int(),
  uid: z.string(),
  name: z.string(),
  source: z.enum(entrySources),
  origin: optional(z.string()),
  page: optional(z.int()),
  batch: optional(z.int()),
  task: z.string(),
  engine: z.string(),
  model: optional(z.string()),
  state: z.enum(entryStates),
  reason: optional(z.string()),
  notBefore: optional(z.int()),
  failure: optional(json.pipe(savedFailure)).catch(undefined),
  created: z.int(),
  started: optional(z.int()),
  finished: optional(z.int()),
  starred: flag,
  /** When it was deleted, as long as that can be undone. */
  hidden: optional(z.int()),
  /** Of the result; missing while there is none. */
  kind: optional(z.enum(resultKinds)),
  /** The first 300 characters of what the entry says. */
  preview: z.string(),
  /** Things located in the picture. */
  boxes: z.int(),
  picture: z.object({
    id: z.string(),
    format: z.string(),
    bytes: z.int(),
    /** Missing until the picture was looked into. */
    width: optional(z.int()),
    height: optional(z.int())
  })
})

/** One entry as a list shows it. Times are milliseconds since 1970. */
export type EntrySummary = z.output<typeof summary>

/** The columns of a summary; `j` is the job, `p` its picture, `r` its result, `d` its document. */
export const summaryColumns = `
  j.id, j.uid, j.name, j.source, j.origin, j.page, j.batch, j.task, j.engine, j.model, j.state, j.reason,
  j.not_before AS notBefore, j.failure, j.created, j.started, j.finished, j.starred, j.hidden, r.kind,
  substr(coalesce(r.edited, r.text, ''), 1, 300) AS preview, coalesce(d.boxes, 0) AS boxes,
  p.id AS pictureId, p.format, p.bytes, p.width, p.height`

/** The tables of a summary, to be followed by a condition. */
export const summaryTables = `
  job j JOIN picture p ON p.id = j.picture LEFT JOIN result r ON r.job = j.id LEFT JOIN document d ON d.job = j.id`

/** Throws a `ZodError` for a row that no version of the app has written. */
export function summaryOf(row: Row): EntrySummary {
  const { pictureId, format, bytes, width, height, ...rest } = row
  return summary.parse({ ...rest, picture: { id: pictureId, format, bytes, width, height } })
}

/** JSON of a column; undefined for NULL and for what is no JSON. */
export function jsonOf(value: unknown): unknown {
  const parsed = json.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
