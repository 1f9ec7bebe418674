import { z } from 'zod'
import { pictureFormat } from '../../engine/protocol/picture.ts'
import type { Store } from '../../store/store.ts'
import { entrySources, entryStates, jsonOf, resultKinds } from '../rows.ts'

const time = z.int().min(0).max(8_640_000_000_000_000)
const json = z.json()

/**
 * One entry as it travels: one object a line. Fields may be added; `version` rises only when a reader of the former version
 * could not understand the rest.
 */
export const entryRecord = z.object({
  format: z.literal('glyphlens-entry'),
  version: z.literal(1),
  uid: z.guid(),
  name: z.string().max(1000),
  source: z.enum(entrySources),
  origin: z.string().max(10_000).optional(),
  page: z.int().min(1).optional(),
  task: z.string().min(1).max(60),
  engine: z.string().min(1).max(200),
  model: z.string().max(200).optional(),
  parameters: json,
  fingerprint: z.string().min(1).max(200),
  state: z.enum(entryStates),
  failure: json.optional(),
  created: time,
  started: time.optional(),
  finished: time.optional(),
  starred: z.boolean(),
  picture: z.object({
    /** SHA-256 of its bytes in hex; the file is `pictures/<id>.<format>` of a ZIP. */
    id: z.string().regex(/^[0-9a-f]{64}$/),
    format: pictureFormat,
    bytes: z.int().min(0),
    width: z.int().positive().optional(),
    height: z.int().positive().optional()
  }),
  result: z
    .object({
      kind: z.enum(resultKinds),
      text: z.string(),
      edited: z.string().optional(),
      body: json,
      usage: json.optional(),
      created: time
    })
    .optional(),
  turns: z.array(z.object({ question: z.string(), answer: z.string(), created: time })).max(10_000)
})
export type EntryRecord = z.infer<typeof entryRecord>

const select = `
  SELECT j.uid, j.name, j.source, j.origin, j.page, j.task, j.engine, j.model, j.parameters, j.fingerprint, j.state, j.failure,
    j.created, j.started, j.finished, j.starred, p.id AS pictureId, p.format, p.bytes, p.width, p.height,
    r.kind, r.text, r.edited, r.body, r.usage, r.created AS resultCreated
  FROM job j JOIN picture p ON p.id = j.picture LEFT JOIN result r ON r.job = j.id WHERE j.id = ?`

/** One entry as it travels; undefined when it is gone, or when its rows are not what any version has written. */
export function recordOf(store: Store, id: number): EntryRecord | undefined {
  const row = store.get(select, [id])
  if (row === undefined) return undefined
  const { pictureId, format, bytes, width, height, kind, text, edited, body, usage, resultCreated, ...job } = row
  const result = { kind, text, edited, body: jsonOf(body) ?? null, usage: jsonOf(usage), created: resultCreated }
  const { data } = entryRecord.safeParse(
    withoutNulls({
      format: 'glyphlens-entry',
      version: 1,
      ...job,
      parameters: jsonOf(job['parameters']) ?? {},
      failure: jsonOf(job['failure']),
      starred: job['starred'] === 1,
      picture: withoutNulls({ id: pictureId, format, bytes, width, height }),
      result: kind === null ? undefined : { ...withoutNulls(result), body: result.body },
      turns: store.all('SELECT question, answer, created FROM turn WHERE job = ? ORDER BY id', [id])
    })
  )
  return data
}

function withoutNulls(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))
}
