import { everyPage, pagesWithin, parsePageRange } from '../../documents/page-range.ts'
import { asFailure } from '../../failure.ts'
import { addPicture, type IntakeOptions, refuse, type Taken } from './add-picture.ts'

/** Makes jobs of the pages of a document, each as a picture of its own, but of those that `isTaken` knows. Throws `cancelled`. */
export async function* takePages(
  path: string,
  isTaken: (key: string) => boolean,
  options: IntakeOptions
): AsyncGenerator<Taken> {
  const { queue, batch, getPicture, document, range, signal } = options
  let refused = false
  try {
    const { bytes, name } = await getPicture({ kind: 'file', path }, { signal })
    const count = await document.pages(bytes, { signal })
    for (const page of pagesWithin(range === undefined ? everyPage : parsePageRange(range), count)) {
      const key = pageKey(path, page)
      if (isTaken(key)) continue
      const draw = async () => ({ bytes: await document.draw(bytes, page, { signal }) })
      const taken = await addPicture(key, draw, { name, source: 'document', origin: path, page }, options)
      refused ||= taken.kind === 'refused'
      yield taken
    }
    if (range === undefined && !refused) queue.batches.finished(batch.id, path)
  } catch (thrown) {
    if (signal.aborted) throw thrown
    yield refuse(path, asFailure(thrown), options)
  }
}

/** What a page is called among the files of a batch. */
export function pageKey(path: string, page: number): string {
  return `${path}#${page}`
}
