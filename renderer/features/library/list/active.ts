import { type Rows, rowAt } from '../listing/rows.ts'

/** The row that the keys act on. */
export interface Active {
  readonly row: number
  /** Number of its entry, where it was loaded: the entry is meant, wherever news have pushed it. */
  readonly id: number | undefined
}

/** So far an entry is looked for on both sides of where it was. */
const reach = 200

/** Where the active entry is now; without it the row stays, so that after a deletion the next one is active. */
export function activeRow(rows: Rows, { row, id }: Active): number {
  const last = Math.max(0, rows.count - 1)
  if (id !== undefined) {
    for (let distance = 0; distance <= reach; distance += 1) {
      if (rowAt(rows, row + distance)?.entry.id === id) return row + distance
      if (rowAt(rows, row - distance)?.entry.id === id) return row - distance
    }
  }
  return Math.min(row, last)
}
