import type { Readable } from 'node:stream'
import { type Entry, openPromise } from 'yauzl'
import { Failure } from '../../failure.ts'

/** A file inside a ZIP. */
export interface ZippedFile {
  readonly name: string
  /** Bytes when it is unpacked. */
  readonly size: number
  /** Its bytes; throws `library-import` when they are not as many as `size`. */
  readonly read: () => AsyncGenerator<Uint8Array>
}

/** Most files in a ZIP. */
const mostFiles = 1_000_000
/** Most bytes of one unpacked file. */
const mostBytes = 4 * 1024 ** 3
/** Unpacked over packed: JSON of readings has 5 to 20. What is small does no harm. */
const mostGrowth = 200
const small = 64 * 1024 * 1024

/**
 * Goes through the files of a ZIP. Nothing is written where a name says, so names cannot lead anywhere. Throws
 * `library-import` for what is no sound ZIP, or what grows beyond all measure when it is unpacked.
 */
export async function* filesInZip(path: string): AsyncGenerator<ZippedFile> {
  const zip = await readable(openPromise(path, { autoClose: false }))
  try {
    if (zip.entryCount > mostFiles) throw unreadable(new RangeError(`${zip.entryCount} files`))
    const entries = zip.eachEntry()
    for (;;) {
      const next = await readable(entries.next())
      if (next.done) return
      const entry = next.value
      if (entry.fileName.endsWith('/')) continue
      refuseBomb(entry)
      const read = (): AsyncGenerator<Uint8Array> => chunksOf(() => zip.openReadStreamPromise(entry))
      yield { name: entry.fileName, size: entry.uncompressedSize, read }
    }
  } finally {
    zip.close()
  }
}

function refuseBomb({ uncompressedSize, compressedSize }: Entry): void {
  const grows = uncompressedSize > small && uncompressedSize > compressedSize * mostGrowth
  if (uncompressedSize > mostBytes || grows) throw unreadable(new RangeError(`${uncompressedSize} bytes`))
}

async function* chunksOf(open: () => Promise<Readable>): AsyncGenerator<Uint8Array> {
  const stream = await readable(open())
  try {
    for await (const chunk of stream) yield chunk as Uint8Array
  } catch (cause) {
    throw unreadable(cause)
  }
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause: unknown): Failure {
  return new Failure('library-import', 'This file is no sound export of Glyphlens.', {
    advice: 'Choose a JSONL or ZIP file that Glyphlens has exported, and copy it again when it came over a network.',
    cause
  })
}
