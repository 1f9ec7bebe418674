/** What the header of a picture says; nothing of what it shows. */
export interface PictureFacts {
  /** `url` when an address was sent instead of bytes. */
  readonly format: 'png' | 'jpeg' | 'url'
  readonly width: number
  readonly height: number
  /** Bits of one channel of one pixel after decoding. */
  readonly depth: number
  readonly channels: number
  readonly alpha: boolean
  readonly palette: boolean
  /** `other`: an embedded profile that is not sRGB. */
  readonly profile: 'none' | 'srgb' | 'other'
  /** Kinds of chunks or segments that say something beside the pixels, for example `eXIf` or `APP1`. */
  readonly metadata: readonly string[]
  readonly frames: number
  /** Of JPEG, for example `4:4:4`. */
  readonly subsampling: string | undefined
  /** Of the file. */
  readonly bytes: number
}
