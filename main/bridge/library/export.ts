import { basename } from 'node:path'
import type { Parsed } from '../../../preload/contract/contract.ts'
import type { ExportReport } from '../../../preload/contract/library.ts'
import type { Archive } from '../../archive.ts'
import { openPendingFile } from '../../library/transfer/pending-file.ts'
import { eachEntry } from '../../library/walk.ts'
import { annotatedOf, type BoxPorts, datasetOf } from './boxes.ts'
import { proposalOf } from './file-names.ts'

/** Asks the person in a dialog where to save; undefined when it was closed. `name` has its extension. */
export type AskWhere = (proposal: { readonly name: string; readonly extension: string }) => Promise<string | undefined>

export interface ExportPorts {
  readonly archive: Archive
  readonly engine: BoxPorts['engine']
  readonly askWhere: AskWhere
  readonly now: () => number
}

/** Asks where to, and writes there: all of the file, or none. Throws `usage`, `library-entry-missing`, `disk`. */
export async function exportEntries(
  { ids, format }: Parsed<'library', 'export'>,
  { archive, engine, askWhere, now }: ExportPorts
): Promise<ExportReport> {
  const { entries } = archive.library
  const [first] = ids ?? []
  const only = ids?.length === 1 && first !== undefined ? entries.get(first) : undefined
  const path = await askWhere(proposalOf(format, only?.name, now()))
  if (path === undefined) return { kind: 'cancelled' }

  const missing = new Set<string>()
  let without = 0
  if (format === 'yolo' || format === 'coco' || format === 'labelme' || format === 'annotated') {
    const chosen = ids ?? (await allIds(archive))
    const ports = { library: archive.library, engine }
    const made = await (format === 'annotated' ? annotatedOf(chosen, ports) : datasetOf(format, chosen, ports))
    await writeAll(path, made.pieces)
    without = made.missing
  } else {
    const onMissing = (picture: string): void => void missing.add(picture)
    await writeAll(path, archive.library.export({ format, onMissing, ...(ids && { ids }) }))
  }
  return { kind: 'saved', name: basename(path), missing: without + missing.size }
}

async function allIds({ store }: Archive): Promise<number[]> {
  const ids: number[] = []
  for await (const { id } of eachEntry(store, 'SELECT j.id FROM job j')) ids.push(Number(id))
  return ids
}

async function writeAll(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await openPendingFile(path)
  try {
    for await (const piece of pieces) await file.write(piece)
    await file.commit()
  } finally {
    await file.discard()
  }
}
