import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { defaultPictureLimits, pictureFormat } from '../../engine/protocol/picture.ts'
import { Failure } from '../../failure.ts'
import type { Store } from '../../store/store.ts'
import { isMissing, onDisk } from '../files.ts'
import { catchUp } from '../index.ts'
import { hashOf, type Pictures } from '../pictures.ts'
import { linesOf } from './lines.ts'
import { mergeEntry } from './merge.ts'
import { type EntryRecord, entryRecord } from './record.ts'
import { filesInZip, type ZippedFile } from './unzip.ts'
import { entriesName } from './zip.ts'

export interface ImportReport {
  /** Entries that were not here. */
  readonly added: number
  /** Entries that were here already. */
  readonly known: number
  /** Pictures that came along. */
  readonly pictures: number
  /** Lines and files that are not what an export has: the first hundred, each with the reason. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[]
  readonly refusedCount: number
}

export interface ImportOptions {
  readonly store: Store
  readonly pictures: Pictures
  readonly signal?: AbortSignal
}

/** Entries written in one transaction: some 10 ms. */
const portion = 8
const mostRefused = 100

/**
 * Takes in a JSONL or ZIP export, made on this or another machine. Entries are known by their uid, pictures by their bytes;
 * doing it twice adds nothing. What does not fit is left out and told. Throws `library-import` for a file of another kind,
 * `disk` and `cancelled`.
 */
export async function importLibrary(path: string, { store, pictures, signal }: ImportOptions): Promise<ImportReport> {
  const tally = createTally()
  if (await isZip(path)) {
    // Pictures first: an entry is in the list only with its picture.
    for await (const file of filesInZip(path)) {
      signal?.throwIfAborted()
      if (file.name !== entriesName) await keepPicture(file, pictures, tally)
    }
    for await (const file of filesInZip(path)) {
      if (file.name === entriesName) await addEntries(file.read(), { store, tally, signal })
    }
  } else {
    await addEntries(createReadStream(path), { store, tally, signal })
  }
  if (tally.report.added + tally.report.known === 0 && tally.report.refusedCount > 0) throw nothingFits(tally.report)
  return tally.report
}

interface Tally {
  readonly report: { -readonly [K in keyof ImportReport]: ImportReport[K] }
  readonly refuse: (name: string, reason: string) => void
}

function createTally(): Tally {
  const refused: { name: string; reason: string }[] = []
  const report = { added: 0, known: 0, pictures: 0, refused, refusedCount: 0 }
  const refuse = (name: string, reason: string): void => {
    report.refusedCount++
    if (refused.length < mostRefused) refused.push({ name: name.slice(0, 200), reason })
  }
  return { report, refuse }
}

async function isZip(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
      return bytesRead === 4 && buffer.toString('latin1', 0, 2) === 'PK'
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (isMissing(cause)) throw new Failure('library-import', `There is no file ${path}.`, { cause })
    return await onDisk(() => Promise.reject(cause))
  }
}

const named = /^pictures\/([0-9a-f]{64})\.([a-z]+)$/

async function keepPicture(
  { name, size, read }: ZippedFile,
  pictures: Pictures,
  { report, refuse }: Tally
): Promise<void> {
  const [, id, extension] = named.exec(name) ?? []
  const format = pictureFormat.safeParse(extension).data
  if (id === undefined || format === undefined) return refuse(name, 'no picture of an export')
  if (size > defaultPictureLimits.bytes) return refuse(name, 'too large for a picture')
  const chunks: Uint8Array[] = []
  for await (const chunk of read()) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  if ((await hashOf(bytes)) !== id) return refuse(name, 'its bytes are not those that its name tells')
  await pictures.keep(bytes, { format })
  report.pictures++
}

interface AddOptions {
  readonly store: Store
  readonly tally: Tally
  readonly signal: AbortSignal | undefined
}

async function addEntries(chunks: AsyncIterable<Uint8Array>, { store, tally, signal }: AddOptions): Promise<void> {
  let waiting: EntryRecord[] = []
  const write = async (): Promise<void> => {
    const merged = store.transaction(() => waiting.map((record) => mergeEntry(store, record)))
    for (const outcome of merged) tally.report[outcome]++
    waiting = []
    await catchUp(store)
  }
  let number = 0
  for await (const line of linesOf(chunks)) {
    signal?.throwIfAborted()
    number++
    const record = parseLine(line)
    if (typeof record === 'string') tally.refuse(`line ${number}`, record)
    else waiting.push(record)
    if (waiting.length < portion) continue
    await write()
  }
  if (waiting.length > 0) await write()
}

/** The entry of a line, or why it is none. */
function parseLine(line: string): EntryRecord | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'no JSON'
  }
  const parsed = entryRecord.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  return issue === undefined ? 'no entry' : `${issue.path.join('.') || 'the object'}: ${issue.message}`
}

function nothingFits(report: ImportReport): Failure {
  return new Failure('library-import', 'Nothing in this file is an entry of a library.', {
    advice: 'Choose a JSONL or ZIP file that Glyphlens has exported.',
    cause: report.refused[0]
  })
}
