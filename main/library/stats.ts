import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Store } from '../store/store.ts'
import { isMissing, onDisk } from './files.ts'

export interface LibraryStats {
  readonly entries: number
  readonly starred: number
  /** Deleted, but still to be undone. */
  readonly hidden: number
  readonly states: Readonly<Record<string, number>>
  readonly tasks: Readonly<Record<string, number>>
  readonly sources: Readonly<Record<string, number>>
  readonly pictures: number
  /** Sizes on the disk. `damaged` are databases that were set aside. */
  readonly bytes: {
    readonly pictures: number
    readonly thumbnails: number
    readonly database: number
    readonly backups: number
    readonly damaged: number
  }
}

/** How much there is. Throws `disk`. */
export async function statsOf(store: Store): Promise<LibraryStats> {
  const { places } = store
  const number = (sql: string): number => Number(store.value(sql) ?? 0)
  const counts = async (column: string): Promise<Record<string, number>> => {
    await nextTurn()
    const rows = store.all(`SELECT ${column} AS name, count(*) AS count FROM job GROUP BY ${column}`)
    return Object.fromEntries(rows.map(({ name, count }) => [String(name), Number(count)]))
  }
  return {
    entries: number('SELECT count(*) FROM job'),
    starred: number('SELECT count(*) FROM job WHERE starred = 1'),
    hidden: number('SELECT count(*) FROM job WHERE hidden IS NOT NULL'),
    states: await counts('state'),
    tasks: await counts('task'),
    sources: await counts('source'),
    pictures: number('SELECT count(*) FROM picture'),
    bytes: {
      pictures: number('SELECT sum(bytes) FROM picture'),
      thumbnails: await bytesIn(places.thumbnails),
      database: (await sizeOf(places.database)) + (await sizeOf(`${places.database}-wal`)),
      backups: await bytesIn(places.backups),
      damaged: await bytesIn(places.damaged)
    }
  }
}

async function bytesIn(folder: string): Promise<number> {
  return await onDisk(async () => {
    let sum = 0
    for (const file of await filesIn(folder)) sum += await sizeOf(file)
    return sum
  })
}

/** Paths of all files below a folder; none when there is no such folder. */
export async function filesIn(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true })
    return found.filter((item) => item.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  } catch (cause) {
    if (isMissing(cause)) return []
    throw cause
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    if (isMissing(cause)) return 0
    throw cause
  }
}
