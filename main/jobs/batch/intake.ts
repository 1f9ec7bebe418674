import { stat } from 'node:fs/promises'
import { isDocumentName } from '../../pictures/find.ts'
import { addKept, addPicture, type IntakeOptions, type Taken } from './add-picture.ts'
import type { Item } from './find-files.ts'
import { takePages } from './pages.ts'
import { arrivalOf } from './watch/sightings.ts'

/**
 * Makes a job of one picture, or of each page of a document, unless it has one and did not change since; what was asked of
 * the same bytes before is asked again on wish only. Throws `cancelled`.
 */
export async function* takeIn(item: Item, options: IntakeOptions): AsyncGenerator<Taken> {
  if (item.kind === 'file') yield* takeFile(item.path, { ...options, range: item.pages ?? options.range })
  else if (!options.has(item.picture)) yield await addKept(item, options)
}

async function* takeFile(path: string, options: IntakeOptions): AsyncGenerator<Taken> {
  const { known, getPicture, signal } = options
  const arrived = await arrival(path)
  const isTaken = (key: string): boolean => arrived <= (known.get(key) ?? Number.NEGATIVE_INFINITY)
  if (isTaken(path)) return
  if (isDocumentName(path)) yield* takePages(path, isTaken, options)
  else {
    const load = () => getPicture({ kind: 'file', path }, { signal })
    yield await addPicture(path, load, { source: 'folder', origin: path }, options)
  }
}

/** When a file came to be what it is; one that has gone did so long ago, and its job has its picture. */
async function arrival(path: string): Promise<number> {
  try {
    return arrivalOf(await stat(path))
  } catch {
    return 0
  }
}
