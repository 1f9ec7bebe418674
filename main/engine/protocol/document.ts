import { z } from 'zod'

/** Whether this is a PDF by its mark, which readers look for in the first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')
}

/** In points of 1/72 inch, as the page is seen: after its own rotation. 0 by 0 where the page is damaged. */
const pageSize = z.object({ width: z.number().nonnegative(), height: z.number().nonnegative() })
export type PageSize = z.infer<typeof pageSize>

/** What `openDocument` tells of a document. */
export const documentFacts = z.object({
  /** In the order of the document; the first has the number 1. */
  pages: z.array(pageSize).min(1),
  /** As its author set it; often empty. */
  title: z.string().max(500),
  /** Encrypted, and opened without a password all the same. */
  encrypted: z.boolean(),
  bytes: z.number().int().positive()
})
export type DocumentFacts = z.infer<typeof documentFacts>

/** How large a page is drawn: as `dpi` says, or smaller where the longer side or the limits ask for it. */
export const pageScale = z.object({
  /** Pixels an inch. */
  dpi: z.number().min(1).max(1200),
  /** Most pixels of the longer side. */
  longest: z.number().int().min(16).max(32_768)
})
export type PageScale = z.infer<typeof pageScale>

/** Letters of 6 points are 17 pixels high, those of 10 points 28: the middle of what the detector knows best. */
export const defaultPageScale: PageScale = { dpi: 200, longest: 16_384 }

/** A page as it was drawn. */
export const pageFacts = z.object({
  format: z.literal('png'),
  bytes: z.number().int().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Pixels an inch that it came to. */
  dpi: z.number().positive(),
  /** Sentences about what is odd but not fatal: a font that is not there. */
  problems: z.array(z.string())
})
export type PageFacts = z.infer<typeof pageFacts>
