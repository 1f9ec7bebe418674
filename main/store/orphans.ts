import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictureFormats } from '../engine/protocol/picture.ts'
import type { Connection } from './connection.ts'
import type { Places } from './places.ts'
import { createUid } from './uid.ts'

const named = new RegExp(`^([0-9a-f]{64})\\.(${pictureFormats.join('|')})$`)

/**
 * Makes entries of pictures in the folder that no job knows: local readings in a paused batch, so that the person decides
 * whether they are read again. Files whose bytes are not those that their name tells are left alone. Answers how many.
 */
export function adoptPictures(connection: Connection, places: Places, now: number): number {
  let batch: number | undefined
  let adopted = 0
  for (const { id, format, path } of filesIn(places.pictures)) {
    if (connection.get('SELECT 1 FROM job WHERE picture = ?', [id]) !== undefined) {
      // The entry is known, its picture may not be.
      addPicture(connection, { id, format, path, now })
      continue
    }
    if (!addPicture(connection, { id, format, path, now })) continue
    batch ??= addBatch(connection, now)
    connection.run(
      `INSERT INTO job (uid, picture, batch, name, source, task, engine, fingerprint, state, priority, position, created)
       VALUES (?, ?, ?, ?, 'file', 'read', 'device', ?, 'queued', 20, ?, ?)`,
      [createUid(now), id, batch, `${id.slice(0, 8)}.${format}`, `found again ${id}`, adopted, now]
    )
    adopted++
  }
  return adopted
}

/** Answers whether the picture is known now. */
function addPicture(
  connection: Connection,
  {
    id,
    format,
    path,
    now
  }: { readonly id: string; readonly format: string; readonly path: string; readonly now: number }
): boolean {
  if (connection.get('SELECT 1 FROM picture WHERE id = ?', [id]) !== undefined) return true
  const bytes = readFileSync(path)
  if (createHash('sha256').update(bytes).digest('hex') !== id) return false
  connection.run('INSERT INTO picture (id, format, bytes, added) VALUES (?, ?, ?, ?)', [id, format, bytes.length, now])
  return true
}

function addBatch(connection: Connection, now: number): number {
  return connection.run(
    `INSERT INTO batch (uid, title, source, recipe, created, paused) VALUES (?, 'Found again', '', ?, ?, 1)`,
    [createUid(now), JSON.stringify({ task: 'read', parameters: {}, engine: 'device' }), now]
  ).lastInsertRowid
}

function* filesIn(folder: string): Generator<{ readonly id: string; readonly format: string; readonly path: string }> {
  if (!existsSync(folder)) return
  for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const [, id, format] = named.exec(name) ?? []
    if (id !== undefined && format !== undefined) yield { id, format, path: join(parentPath, name) }
  }
}
