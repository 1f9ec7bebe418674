import { isPdf } from '../engine/protocol/document.ts'
import { defaultPictureLimits } from '../engine/protocol/picture.ts'
import { Failure, type FailureCode } from '../failure.ts'
import { tooManyBytes } from '../pictures/too-many-bytes.ts'
import { type Saying, saying } from '../saying.ts'
import { localPath } from './local-path.ts'

/** What main has found out by itself about something that was dropped; the page's word counts for nothing. */
export interface DropFacts {
  /** As the bridge told it; empty for what lies on no disk. */
  readonly path: string
  /** What is there, links followed; undefined when nothing is, or `localPath` has no path: then main does not even look. */
  readonly found:
    | {
        readonly realPath: string
        readonly kind: 'file' | 'folder' | 'other'
        readonly bytes: number
        /** The first kilobyte of a file. */
        readonly head: Uint8Array
      }
    | undefined
}

/** What a dropped file is taken for, with the path to go on with: that of the file itself, not of a link to it. */
export type Drop =
  | { readonly decision: 'allow'; readonly kind: 'picture' | 'document' | 'folder'; readonly path: string }
  | { readonly decision: 'deny'; readonly failure: Failure }

/** Whether something dropped is taken on. Coarse on purpose: whether a picture can be decoded, the engine finds out. */
export function decideDrop({ path, found }: DropFacts, platform: NodeJS.Platform): Drop {
  if (path === '') {
    return deny(
      'picture-missing',
      'This lies in no file.',
      'Save it first, or copy and paste it.',
      saying('picture.nowhere')
    )
  }
  if (localPath(path, '', platform) !== path) {
    const advice = 'Copy it to a folder here first.'
    return deny('picture-denied', 'This does not lie on a disk of this computer.', advice, saying('picture.elsewhere'))
  }
  if (found === undefined) return deny('picture-missing', 'There is no such file any more.', 'Drop it once more.')
  const { realPath, kind, bytes, head } = found
  if (kind === 'folder') return { decision: 'allow', kind, path: realPath }
  if (kind === 'other') return deny('picture-not-a-file', 'This is a device or a pipe.', 'Choose a picture file.')
  if (bytes === 0) return deny('picture-empty', 'The file is empty.', 'Save or download it once more.')
  if (bytes > defaultPictureLimits.bytes) {
    return { decision: 'deny', failure: tooManyBytes(defaultPictureLimits.bytes) }
  }
  if (isPicture(head)) return { decision: 'allow', kind: 'picture', path: realPath }
  if (isPdf(head)) return { decision: 'allow', kind: 'document', path: realPath }
  return deny('picture-format', 'The file is neither a picture nor a PDF.', 'Drop a PNG, JPEG, WebP or PDF.')
}

function deny(code: FailureCode, message: string, advice: string, by?: Saying): Drop {
  return { decision: 'deny', failure: new Failure(code, message, { advice, saying: by }) }
}

/** Beginnings of picture files as Latin-1 text: PNG, JPEG, GIF, TIFF and BigTIFF, BMP, icons and cursors. */
const beginnings = [
  '\u0089PNG\r\n\u001a\n',
  '\u00ff\u00d8\u00ff',
  'GIF87a',
  'GIF89a',
  'II*\0',
  'MM\0*',
  'II+\0',
  'MM\0+',
  'BM',
  '\0\0\u0001\0',
  '\0\0\u0002\0'
]

function isPicture(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 16))
  const isWebp = text.startsWith('RIFF') && text.startsWith('WEBP', 8)
  // The family of AVIF and HEIC; the engine refuses the latter with advice of its own.
  const isHeif = text.startsWith('ftyp', 4)
  return isWebp || isHeif || beginnings.some((beginning) => text.startsWith(beginning))
}
