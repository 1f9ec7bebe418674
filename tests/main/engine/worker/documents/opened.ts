import sharp from 'sharp'
import { defaultPageScale, type PageFacts, type PageScale } from '../../../../../main/engine/protocol/document.ts'
import { defaultPictureLimits } from '../../../../../main/engine/protocol/picture.ts'
import { createDocuments, type Documents } from '../../../../../main/engine/worker/documents/documents.ts'
import type { Call } from '../../../../../main/engine/worker/service.ts'

export const limits = defaultPictureLimits

/** A call that nobody cancels. */
export const call: Call = {
  signal: new AbortController().signal,
  report: () => undefined,
  breathe: () => Promise.resolve()
}

export const documents: Documents = createDocuments({ fonts: [] })

export interface Drawn {
  readonly facts: PageFacts
  /** Whether a pixel is darker than the middle, by its place from the upper left, 0 to 1. */
  readonly isDark: (x: number, y: number) => boolean
  /** Share of pixels that are not white. */
  readonly ink: number
}

/** Draws a page and looks at it. */
export async function draw(pdf: Uint8Array, page = 1, scale: Partial<PageScale> = {}, by = documents): Promise<Drawn> {
  const { data, facts } = await by.draw(pdf, page, { ...defaultPageScale, ...scale }, limits, call)
  const { data: grey, info } = await sharp(data).greyscale().raw().toBuffer({ resolveWithObject: true })
  return {
    facts,
    isDark: (x, y) => (grey[Math.floor(y * info.height) * info.width + Math.floor(x * info.width)] ?? 255) < 128,
    ink: grey.filter((value) => value < 255).length / grey.length
  }
}
