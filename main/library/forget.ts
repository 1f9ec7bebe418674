import type { Connection } from '../store/connection.ts'
import { unindexEntry } from './index.ts'

/**
 * Deletes an entry's rows, and the row of its picture when no other entry has it; the picture's files are then to be removed
 * (`Pictures.removeDiscarded`). An entry that is just being worked on stays; answers whether it went. Inside a transaction.
 */
export function forgetEntry(connection: Connection, uid: string): boolean {
  const row = connection.get('SELECT id, picture, batch, created, state FROM job WHERE uid = ?', [uid])
  if (row === undefined || row['state'] === 'running') return false
  const { id = 0, picture = '', batch = null, created = 0 } = row
  unindexEntry(connection, Number(id))
  connection.run('DELETE FROM job WHERE id = ?', [id])
  connection.run(
    'DELETE FROM batch WHERE id = ? AND watched = 0 AND id NOT IN (SELECT batch FROM job WHERE batch = ?)',
    [batch, batch]
  )
  // A picture that was kept again after this entry came is about to be in another one.
  const gone = connection.get(
    `DELETE FROM picture WHERE id = ? AND added <= ? AND NOT EXISTS (SELECT 1 FROM job WHERE picture = ?)
     RETURNING format`,
    [picture, created, picture]
  )
  if (gone !== undefined) {
    connection.run('INSERT OR IGNORE INTO discarded (id, format) VALUES (?, ?)', [picture, gone['format'] ?? ''])
  }
  return true
}
