import { z } from 'zod'

const side = z.number().int().min(1).max(65_536)
const size = z.object({ width: side, height: side })
/** Width and height in pixels. */
export type Size = z.infer<typeof size>

/**
 * What a model gets to see of a picture: a part of it, scaled to `content` in one resample, in the top left corner of a
 * `canvas` whose rest is white. The whole picture is the part that covers it.
 */
export const view = z.object({
  /** In whole pixels of the upright picture; `x1` and `y1` lie just outside. */
  crop: z.object({
    x0: z.number().int().min(0),
    y0: z.number().int().min(0),
    x1: z.number().int().positive(),
    y1: z.number().int().positive()
  }),
  content: size,
  /** At least as large as `content` on both sides. */
  canvas: size
})
export type View = z.infer<typeof view>

/** What a provider takes. */
export const encoding = z.object({
  /** Types that it decodes, in no order. */
  formats: z.array(z.enum(['png', 'jpeg'])).min(1),
  /** Most bytes of one encoded picture, before base64. */
  bytes: z.number().int().positive()
})
export type Encoding = z.infer<typeof encoding>

/** A view as it was encoded. */
export const encodedFacts = z.object({
  format: z.enum(['png', 'jpeg']),
  bytes: z.number().int().positive(),
  /** Of the canvas; smaller than asked for when only that brought it below the limit of bytes. */
  width: side,
  height: side,
  /**
   * `original`: the file as it was, but for its metadata. `exact`: every pixel of the view kept. `lossy`: JPEG 4:4:4 of
   * `quality`.
   */
  fidelity: z.enum(['original', 'exact', 'lossy']),
  quality: z.number().int().min(1).max(100).optional(),
  /** The file was damaged or its end missing: only what could be decoded is shown. */
  partial: z.literal(true).exactOptional()
})
export type EncodedFacts = z.infer<typeof encodedFacts>
