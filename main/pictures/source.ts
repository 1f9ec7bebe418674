import type { Readable } from 'node:stream'
import type { PictureLimits } from '../engine/protocol/picture.ts'

/** Where a picture comes from. */
export type PictureSource =
  | { readonly kind: 'file'; readonly path: string }
  /** `http:`, `https:` or `data:`. */
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly name: string }
  /** Standard input (the default name), or whatever else arrives in pieces. It is read to its end, or destroyed. */
  | { readonly kind: 'stream'; readonly stream: Readable; readonly name?: string | undefined }

/** The undecoded file of a picture. Only its size was checked: what it is, the engine finds out. */
export interface Picture {
  /** For people: the file's name, or the last part of the address. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly source: PictureSource
}

/** How far reading has come, in bytes; `total` is what the source promises, when it does. */
export interface Received {
  readonly received: number
  readonly total: number | undefined
}

/** How a source is read. */
export interface ReadOptions {
  /** Default: `defaultPictureLimits`. */
  readonly limits?: Pick<PictureLimits, 'bytes'> | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((received: Received) => void) | undefined
}
