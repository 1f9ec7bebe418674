import { basename } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { defaultPictureLimits } from '../engine/protocol/picture.ts'
import { asFailure, assertNever, cancelled, Failure } from '../failure.ts'
import { collect } from './collect.ts'
import { isDataUri, readDataUri } from './data-uri.ts'
import { type DownloadOptions, download } from './download.ts'
import { readPictureFile } from './file.ts'
import type { Picture, PictureSource, ReadOptions } from './source.ts'
import { tooManyBytes } from './too-many-bytes.ts'

/** The bytes of a picture, wherever they are. Throws `Failure` with a code `picture-…`, `disk` or `cancelled`. */
export async function getPicture(source: PictureSource, options: DownloadOptions = {}): Promise<Picture> {
  if (options.signal?.aborted) throw cancelled(options.signal.reason)
  const maximum = (options.limits ?? defaultPictureLimits).bytes
  const bytes = await bytesOf(source, maximum, options)
  if (bytes.length > maximum) throw tooManyBytes(maximum)
  const name = nameOf(source)
  if (bytes.length === 0) {
    throw new Failure('picture-empty', `“${name}” is empty.`, { advice: 'Save or download the picture again.' })
  }
  return { name, bytes, source }
}

async function bytesOf(source: PictureSource, maximum: number, options: DownloadOptions): Promise<Uint8Array> {
  switch (source.kind) {
    case 'file':
      return readPictureFile(source.path, maximum, options)
    case 'url':
      return isDataUri(source.url) ? readDataUri(source.url, maximum) : download(source.url, maximum, options)
    case 'bytes':
      return source.bytes
    case 'stream':
      return readStream(source, maximum, options)
    default:
      return assertNever(source, 'unknown source of a picture')
  }
}

async function readStream(
  { stream, name = standardInput }: Extract<PictureSource, { kind: 'stream' }>,
  maximum: number,
  { signal, onProgress }: ReadOptions
): Promise<Uint8Array> {
  if (signal) addAbortSignal(signal, stream)
  try {
    return await collect(stream, { maximum, onProgress })
  } catch (error) {
    throw asFailure(error, 'disk', `“${name}” could not be read to its end.`)
  }
}

const standardInput = 'standard input'

function nameOf(source: PictureSource): string {
  if (source.kind === 'file') return basename(source.path)
  if (source.kind !== 'url') return source.name ?? standardInput
  if (isDataUri(source.url)) return 'picture'
  const url = URL.parse(source.url)
  const last = url?.pathname.split('/').findLast((part) => part !== '')
  return last === undefined ? (url?.host ?? 'picture') : decoded(last)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Not UTF-8: the encoded form is still a name.
    return part
  }
}
