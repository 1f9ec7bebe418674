import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** Names inside a ZIP: the entries, one object a line, and their pictures. */
export const entriesName = 'entries.jsonl'

export function pictureName(id: string, format: string): string {
  return `pictures/${id}.${format}`
}

/** A picture file that goes into a ZIP. */
export interface ZippedPicture {
  readonly id: string
  readonly format: string
  readonly path: string
}

export interface ZipContents {
  /** Each once. */
  readonly pictures: AsyncIterable<ZippedPicture>
  /** The lines of `entries.jsonl`. */
  readonly lines: AsyncIterable<Uint8Array>
}

/** A file of a ZIP, made when its turn comes. */
export interface LazyFile {
  /** With slashes, below no folder of this machine. */
  readonly name: string
  readonly content: () => Promise<Uint8Array>
  /** Whether it is worth packing: pictures are packed already. */
  readonly compress: boolean
}

/** A ZIP of such files, one after the other. */
export async function* zipFiles(files: Iterable<LazyFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  zip.on('error', (cause: Error) => output.destroy(cause))
  for (const { name, content, compress } of files) {
    zip.addReadStreamLazy(name, { compress }, (use) => {
      content().then(
        (bytes) => use(null, Readable.from([bytes])),
        (thrown: unknown) => output.destroy(thrown instanceof Error ? thrown : new Error('no content'))
      )
    })
  }
  zip.end()
  for await (const chunk of output) yield chunk as Uint8Array
}

/** A ZIP with entries and pictures. Pictures are stored as they are: they are compressed already. */
export async function* zipOf({ pictures, lines }: ZipContents): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  zip.on('error', (cause: Error) => output.destroy(cause))
  for await (const { id, format, path } of pictures) zip.addFile(path, pictureName(id, format), { compress: false })
  // Nothing is read before it is asked for: files one by one, and lines while they are written.
  zip.addReadStreamLazy(entriesName, (use) => use(null, Readable.from(lines)))
  zip.end()
  for await (const chunk of output) yield chunk as Uint8Array
}
