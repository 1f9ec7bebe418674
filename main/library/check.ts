import { readFile, rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { runAside } from '../store/aside.ts'
import type { Store } from '../store/store.ts'
import { runLibraryAside } from './aside.ts'
import { isMissing, onDisk, partialEnding } from './files.ts'
import { fileOf, hashOf } from './pictures.ts'
import { filesIn } from './stats.ts'
import { eachPicture } from './walk.ts'

/** What is not as it should be. Everything is empty in a sound library. */
export interface LibraryFindings {
  /** What SQLite says of the database file; missing when all is well. */
  readonly database?: string
  /** Pictures of entries whose file is gone. */
  readonly missing: readonly string[]
  /** Pictures whose file has another size or, in a thorough check, other bytes than it came with. */
  readonly changed: readonly string[]
  /** Files that belong to no picture, and halves of files from writing that was cut short: paths. */
  readonly orphans: readonly string[]
  /** Pictures that are in no entry. */
  readonly unused: readonly string[]
}

export interface CheckOptions {
  /** Read every picture and compare its hash: about a second for 500 MB. */
  readonly thorough?: boolean
  /** Remove what belongs to nothing, and empty an index that is damaged. */
  readonly mend?: boolean
  readonly signal?: AbortSignal
}

/** What is younger than this may be on its way into an entry, in milliseconds. */
const settled = 3600 * 1000

/** Compares the library's files with its database. Throws `disk`, `library-damaged` and `cancelled`. */
export async function checkLibrary(
  store: Store,
  now: number,
  { thorough = false, mend = false, signal }: CheckOptions = {}
): Promise<LibraryFindings> {
  const { places } = store
  const verdict = await runAside({ kind: 'check', database: places.database })
  const missing: string[] = []
  const changed: string[] = []
  const known = new Set<string>()
  const unused: string[] = []
  for await (const row of eachPicture(store)) {
    signal?.throwIfAborted()
    const id = String(row['id'])
    known.add(id)
    if (row['used'] === 0 && Number(row['added']) < now - settled) unused.push(id)
    const finding = await look(fileOf(places.pictures, id, String(row['format'])), {
      id,
      bytes: Number(row['bytes']),
      thorough
    })
    if (finding === 'missing') missing.push(id)
    if (finding === 'changed') changed.push(id)
  }
  const orphans = await orphansOf(store, known, now)
  if (mend) {
    await removeAll(store, { orphans, unused })
    // Names the table when it is the index; that can be made anew.
    if (/\bgram\b/.test(verdict)) await runLibraryAside({ kind: 'empty-index', database: places.database })
  }
  return { ...(verdict !== 'ok' && { database: verdict }), missing, changed, orphans, unused }
}

interface Expected {
  readonly id: string
  readonly bytes: number
  readonly thorough: boolean
}

async function look(path: string, { id, bytes, thorough }: Expected): Promise<'missing' | 'changed' | 'sound'> {
  return await onDisk(async () => {
    try {
      if ((await stat(path)).size !== bytes) return 'changed'
      return thorough && (await hashOf(await readFile(path))) !== id ? 'changed' : 'sound'
    } catch (cause) {
      if (isMissing(cause)) return 'missing'
      throw cause
    }
  })
}

async function orphansOf({ places }: Store, known: ReadonlySet<string>, now: number): Promise<string[]> {
  const orphans: string[] = []
  for (const file of [...(await filesIn(places.pictures)), ...(await filesIn(places.thumbnails))]) {
    const name = basename(file)
    const belongs = known.has(name.slice(0, 64)) && !name.endsWith(partialEnding)
    if (!belongs && (await ageOf(file, now)) > settled) orphans.push(file)
  }
  return orphans
}

async function ageOf(file: string, now: number): Promise<number> {
  try {
    return now - (await stat(file)).mtimeMs
  } catch {
    // Gone meanwhile: whoever removed it knew why.
    return 0
  }
}

async function removeAll(
  store: Store,
  { orphans, unused }: { readonly orphans: readonly string[]; readonly unused: readonly string[] }
): Promise<void> {
  await onDisk(async () => {
    for (const file of orphans) await rm(file, { force: true })
  })
  for (const id of unused) {
    store.transaction(() => {
      const gone = store.get(
        'DELETE FROM picture WHERE id = ? AND NOT EXISTS (SELECT 1 FROM job WHERE picture = ?) RETURNING format',
        [id, id]
      )
      if (gone) store.run('INSERT OR IGNORE INTO discarded (id, format) VALUES (?, ?)', [id, gone['format'] ?? ''])
    })
  }
}
