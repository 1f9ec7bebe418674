import { setImmediate as nextTurn } from 'node:timers/promises'
import { assertNever, Failure } from '../../failure.ts'
import type { Store } from '../../store/store.ts'
import type { Pictures } from '../pictures.ts'
import { eachEntry } from '../walk.ts'
import { type MakePage, pdfOf } from './pdf/pdf.ts'
import { type EntryRecord, recordOf } from './record.ts'
import { csvHead, csvOf, markdownOf, plainOf } from './texts.ts'
import { type ZippedPicture, zipOf } from './zip.ts'

export const exportFormats = ['markdown', 'txt', 'jsonl', 'csv', 'zip', 'pdf'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportOptions {
  readonly format: ExportFormat
  /** In the order in which they are to appear; all that are not deleted, oldest first, when missing. */
  readonly ids?: Iterable<number>
  readonly signal?: AbortSignal
  /** Told of every picture that is not there any more; the export goes on without it. */
  readonly onMissing?: (picture: string) => void
}

export interface ExportSources {
  readonly store: Store
  readonly pictures: Pictures
  /** Makes an upright JPEG of a picture for a page of a PDF. */
  readonly makePage: MakePage
}

/** The bytes of an export, piece by piece. Throws `cancelled`, `disk`. */
export async function* exportEntries(sources: ExportSources, options: ExportOptions): AsyncGenerator<Uint8Array> {
  const { store, makePage } = sources
  const ids = options.ids ? [...options.ids] : await allIds(store)
  const records = recordsOf(store, ids, options.signal)
  switch (options.format) {
    case 'markdown':
      return yield* texts(records, { between: '\n\n---\n\n', end: '\n', write: markdownOf })
    case 'txt':
      return yield* texts(records, { between: '\n', write: (record) => `==> ${record.name} <==\n${plainOf(record)}\n` })
    case 'jsonl':
      return yield* lines(records)
    case 'csv':
      return yield* texts(records, { start: csvHead, write: csvOf })
    case 'zip':
      return yield* zipOf({ pictures: picturesOf(sources, ids, options), lines: lines(records) })
    case 'pdf':
      return yield* pdfOf(records, { makePage, bytesOf: (record) => bytesOf(sources, record.picture.id, options) })
    default:
      return assertNever(options.format, 'No such export format')
  }
}

async function allIds(store: Store): Promise<number[]> {
  const ids: number[] = []
  for await (const { id } of eachEntry(store, 'SELECT j.id FROM job j')) ids.push(Number(id))
  return ids
}

async function* recordsOf(
  store: Store,
  ids: readonly number[],
  signal: AbortSignal | undefined
): AsyncGenerator<EntryRecord> {
  for (const id of ids) {
    signal?.throwIfAborted()
    const record = recordOf(store, id)
    if (record) yield record
    await nextTurn()
  }
}

async function bytesOf(
  { pictures }: ExportSources,
  id: string,
  { onMissing }: ExportOptions
): Promise<Uint8Array | undefined> {
  try {
    return await pictures.bytes(id)
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'library-picture-missing') throw thrown
    onMissing?.(id)
    return undefined
  }
}

async function* picturesOf(
  { store, pictures }: ExportSources,
  ids: readonly number[],
  { onMissing }: ExportOptions
): AsyncGenerator<ZippedPicture> {
  const seen = new Set<string>()
  for (const job of ids) {
    const row = store.get('SELECT p.id, p.format FROM job j JOIN picture p ON p.id = j.picture WHERE j.id = ?', [job])
    if (row === undefined) continue
    const [id, format] = [String(row['id']), String(row['format'])]
    if (seen.has(id)) continue
    seen.add(id)
    if (await pictures.has(id)) yield { id, format, path: pictures.path(id) }
    else onMissing?.(id)
  }
}

async function* lines(records: AsyncIterable<EntryRecord>): AsyncGenerator<Uint8Array> {
  for await (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`)
}

interface TextOptions {
  /** Before the first entry, also when there is none. */
  readonly start?: string
  readonly between?: string
  readonly end?: string
  readonly write: (record: EntryRecord) => string
}

async function* texts(
  records: AsyncIterable<EntryRecord>,
  { start = '', between = '', end = '', write }: TextOptions
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(start)
  let isFirst = true
  for await (const record of records) {
    yield Buffer.from((isFirst ? '' : between) + write(record))
    isFirst = false
  }
  yield Buffer.from(isFirst ? '' : end)
}
