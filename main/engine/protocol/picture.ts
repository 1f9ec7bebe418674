import { z } from 'zod'

export const pictureFormats = ['png', 'jpeg', 'webp', 'gif', 'avif', 'tiff', 'bmp', 'ico'] as const
export const pictureFormat = z.enum(pictureFormats)
export type PictureFormat = z.infer<typeof pictureFormat>

/** What `probe` tells of a picture without decoding its pixels. */
export const pictureFacts = z.object({
  format: pictureFormat,
  /** Upright size in pixels: after the file's own orientation. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Size as stored. */
  storedWidth: z.number().int().positive(),
  storedHeight: z.number().int().positive(),
  /** EXIF orientation 1 to 8, or its equal from the container; 1 when the file says nothing. */
  orientation: z.number().int().min(1).max(8),
  frames: z.number().int().positive(),
  /** Colour space as stored, for example `srgb`, `cmyk`, `grey16`. */
  colour: z.string(),
  alpha: z.boolean(),
  /** Bits of each channel. */
  depth: z.number().int().positive(),
  bytes: z.number().int().nonnegative(),
  /** Sentences about what is odd but not fatal: only the first frame is used. */
  problems: z.array(z.string())
})
export type PictureFacts = z.infer<typeof pictureFacts>

/** What a picture may cost. Checked before decoding. */
export const pictureLimits = z.object({
  /** Width times height of the whole canvas. */
  pixels: z.number().int().positive(),
  /** Of the file. */
  bytes: z.number().int().positive(),
  frames: z.number().int().positive(),
  /** Of decoding. */
  milliseconds: z.number().int().positive()
})
export type PictureLimits = z.infer<typeof pictureLimits>

/** 100 megapixels hold a scrolling shot of 4,000 by 25,000; as RGB that is 300 MB. */
export const defaultPictureLimits: PictureLimits = {
  pixels: 100_000_000,
  bytes: 128 * 1024 * 1024,
  frames: 10_000,
  milliseconds: 20_000
}
