import type { PictureFacts } from '../../protocol/picture.ts'

/** Decoded picture: 8-bit sRGB, three bytes a pixel (red, green, blue), rows from the top, no padding. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** The pixels of a file. */
export interface Decoded extends Pixels {
  readonly facts: PictureFacts
  /** The file is damaged or its end is missing: what could not be decoded is white, grey or rough. */
  readonly isPartial: boolean
}
