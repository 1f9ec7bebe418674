import { z } from 'zod'
import type { Connection, Row } from '../../store/connection.ts'
import { createUid } from '../../store/uid.ts'

/** Many pictures that are asked the same. */
export interface Batch {
  readonly id: number
  readonly uid: string
  readonly title: string
  /** Folder, glob or document. */
  readonly source: string
  /** JSON; whoever made the batch knows its shape. */
  readonly recipe: string
  readonly created: number
  readonly paused: boolean
  /** Its folder is watched for what arrives. */
  readonly watched: boolean
}

/** What a new batch is made of. */
export type NewBatch = Pick<Batch, 'title' | 'source' | 'recipe' | 'watched'>

const batchRow = z.object({
  id: z.number(),
  uid: z.string(),
  title: z.string(),
  source: z.string(),
  recipe: z.string(),
  created: z.number(),
  paused: z.number(),
  watched: z.number()
})

/** Adds a batch without jobs. */
export function addBatch(database: Connection, batch: NewBatch, now: number): Batch {
  const uid = createUid(now)
  const { lastInsertRowid } = database.run(
    'INSERT INTO batch (uid, title, source, recipe, created, watched) VALUES (?, ?, ?, ?, ?, ?)',
    [uid, batch.title, batch.source, batch.recipe, now, batch.watched ? 1 : 0]
  )
  return { ...batch, id: lastInsertRowid, uid, created: now, paused: false }
}

/** All batches, the latest first. */
export function listBatches(database: Connection): Batch[] {
  return database.all('SELECT * FROM batch ORDER BY id DESC').map(batchOf)
}

/** One batch; undefined when there is none. */
export function findBatch(database: Connection, id: number): Batch | undefined {
  const row = database.get('SELECT * FROM batch WHERE id = ?', [id])
  return row && batchOf(row)
}

/** No job of a paused batch is taken; those that run go on. */
export function pauseBatch(database: Connection, id: number, paused: boolean): boolean {
  return database.run('UPDATE batch SET paused = ? WHERE id = ?', [paused ? 1 : 0, id]).changes > 0
}

/** Ends the watching of a folder; its jobs stay. */
export function unwatchBatch(database: Connection, id: number): boolean {
  return database.run('UPDATE batch SET watched = 0 WHERE id = ?', [id]).changes > 0
}

function batchOf(row: Row): Batch {
  const batch = batchRow.parse(row)
  return { ...batch, paused: batch.paused === 1, watched: batch.watched === 1 }
}
