import { z } from 'zod'
import { type Reading, reading } from '../engine/protocol/reading.ts'
import type { Row } from '../store/connection.ts'
import { type TaskResult, taskResult } from '../tasks/result.ts'
import { jsonOf, resultKinds } from './rows.ts'

/** What came of an entry. */
export interface Result {
  readonly kind: (typeof resultKinds)[number]
  /** What was read or answered. */
  readonly text: string
  /** The person's own version, when there is one. */
  readonly edited?: string
  /** Lines and quads; of entries that were read on this machine. */
  readonly reading?: Reading
  /** Boxes, chart or tables; of entries that a model answered. */
  readonly answer?: TaskResult
  /** What it cost: tokens, bytes sent, calls, milliseconds. */
  readonly usage?: Readonly<Record<string, unknown>>
  readonly created: number
}

const columns = z.object({
  kind: z.enum(resultKinds),
  text: z.string(),
  edited: z.string().nullable(),
  resultCreated: z.int()
})

/**
 * The result in a row with `kind`, `text`, `edited`, `body`, `usage` and `resultCreated`; undefined when it has none. A body
 * that does not fit, of a newer version or a damaged page, is left out: the text is still there.
 */
export function resultOf(row: Row): Result | undefined {
  if (row['kind'] === null) return undefined
  const { kind, text, edited, resultCreated } = columns.parse(row)
  const body = jsonOf(row['body'])
  const read = kind === 'reading' ? reading.safeParse(body).data : undefined
  const answer = kind === 'reading' ? undefined : taskResult.safeParse(body).data
  const usage = z.record(z.string(), z.unknown()).safeParse(jsonOf(row['usage'])).data
  return {
    kind,
    text,
    created: resultCreated,
    ...(edited !== null && { edited }),
    ...(read && { reading: read }),
    ...(answer && { answer }),
    ...(usage && { usage })
  }
}
