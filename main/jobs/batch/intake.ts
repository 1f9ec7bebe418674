import { stat } from 'node:fs/promises'
import { addPicture, type IntakeOptions, type Taken } from './add-picture.ts'
import { isDocumentName, takePages } from './pages.ts'
import { arrivalOf } from './watch/sightings.ts'

/**
 * Makes a job of one file, or of each page of a document, unless it has one and did not change since; what was asked of the
 * same bytes before is asked again on wish only. Throws `cancelled`.
 */
export async function* takeIn(path: string, options: IntakeOptions): AsyncGenerator<Taken> {
  const { known, getPicture, signal } = options
  const arrived = await arrival(path)
  const isTaken = (key: string): boolean => arrived <= (known.get(key) ?? Number.NEGATIVE_INFINITY)
  if (isDocumentName(path)) yield* takePages(path, isTaken, options)
  else if (!isTaken(path)) {
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
