import { Failure } from '../../../failure.ts'
import { saying } from '../../../saying.ts'
import type { PictureLimits } from '../../protocol/picture.ts'
import type { Contents } from './sniff.ts'

/** The file has no bytes, or more than it may have. */
export function checkBytes(bytes: Uint8Array, limits: PictureLimits): void {
  if (bytes.length === 0) {
    throw new Failure('picture-empty', 'The file is empty.', { advice: 'Save or download the picture again.' })
  }
  if (bytes.length <= limits.bytes) return
  const message = `The file has ${megabytes(bytes.length)}; at most ${megabytes(limits.bytes)} are read.`
  throw new Failure('picture-too-many-bytes', message, {
    advice: 'Save the picture smaller, or as JPEG.',
    saying: saying('picture.bytes', { megabytes: Math.round(limits.bytes / 1024 / 1024) })
  })
}

/** A canvas that would cost too much memory. */
export function checkPixels(width: number, height: number, limits: PictureLimits): void {
  if (width * height <= limits.pixels) return
  const message =
    `The picture has ${width} × ${height} pixels (${millions(width * height)} million); ` +
    `at most ${millions(limits.pixels)} million are read.`
  throw new Failure('picture-too-many-pixels', message, {
    advice: 'Cut out the part to read, or scale it down.',
    saying: saying('picture.pixels', { width, height, millions: millions(limits.pixels) })
  })
}

/** An animation or a document with too many frames. */
export function checkFrames(frames: number, limits: PictureLimits): void {
  if (frames <= limits.frames) return
  const message = `The picture has ${frames} frames; at most ${limits.frames} are accepted.`
  throw new Failure('picture-too-many-pixels', message, { advice: 'Save a single frame as PNG.' })
}

/** The failure for contents that are not decoded. */
export function notPicture(contents: Exclude<Contents, { kind: 'picture' }>): Failure {
  if (contents.kind === 'unknown') {
    return new Failure('picture-format', 'This is not a picture of a known kind.', {
      advice: 'Choose a picture: PNG, JPEG, WebP, GIF, AVIF, TIFF, BMP or ICO.'
    })
  }
  const { name, advice } = contents
  const drawing = /picture|photo|drawing/.test(name)
  const message = drawing ? `This is ${name}, which is not supported.` : `This is ${name}, not a picture.`
  return new Failure('picture-format', message, { advice })
}

/** The failure of a picture whose bytes make no sense; `detail` ends the sentence: `its header is cut off`. */
export function damaged(detail: string, cause?: unknown): Failure {
  return new Failure('picture-damaged', `The picture is damaged: ${detail}.`, {
    advice: 'Save or download it again.',
    ...(cause === undefined ? {} : { cause })
  })
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
const millions = (pixels: number): string => (pixels / 1e6).toFixed(1)
