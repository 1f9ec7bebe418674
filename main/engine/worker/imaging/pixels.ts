/** Decoded picture: 8-bit sRGB, three bytes a pixel (red, green, blue), rows from the top, no padding. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}
