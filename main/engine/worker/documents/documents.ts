import sharp from 'sharp'
import type { DocumentFacts, PageFacts, PageScale } from '../../protocol/document.ts'
import type { PictureLimits } from '../../protocol/picture.ts'
import type { Call } from '../service.ts'
import { factsOf } from './facts.ts'
import { provideFonts } from './fonts.ts'
import { withDocument } from './open.ts'
import { createPdfium } from './pdfium.ts'
import { renderPage } from './render.ts'

/** A drawn page as a PNG. */
export interface DrawnPage {
  readonly data: Uint8Array
  readonly facts: PageFacts
}

/** Opens PDFs and draws their pages. Nothing of one request is kept for the next. Both throw `Failure`. */
export interface Documents {
  readonly facts: (bytes: Uint8Array, limits: PictureLimits, call: Call) => Promise<DocumentFacts>
  /** `page` counts from 1. */
  readonly draw: (
    bytes: Uint8Array,
    page: number,
    scale: PageScale,
    limits: PictureLimits,
    call: Call
  ) => Promise<DrawnPage>
}

export interface DocumentsOptions {
  /** Fonts with Chinese characters for documents that do not bring theirs, best first. */
  readonly fonts: readonly string[]
}

export function createDocuments({ fonts }: DocumentsOptions): Documents {
  const start = createPdfium()
  return {
    facts: (bytes, limits, call) => withDocument(start, bytes, limits, (open) => factsOf(open, bytes.length, call)),
    draw: async (bytes, page, scale, limits, call) => {
      const { missing, drawn } = await withDocument(start, bytes, limits, async (open) => ({
        missing: provideFonts(open.pdfium, fonts),
        drawn: await renderPage(open, page, scale, limits, call)
      }))
      const { width, height, dpi } = drawn
      // A low level: the page is looked at once.
      const data = await sharp(drawn.data, { raw: { width, height, channels: 3 }, limitInputPixels: limits.pixels })
        .png({ compressionLevel: 3, adaptiveFiltering: false })
        .toBuffer()
      const problems = [...missing].map(fontProblem)
      return { data, facts: { format: 'png', bytes: data.length, width, height, dpi, problems } }
    }
  }
}

function fontProblem(script: string): string {
  return `${script} characters may be missing: the PDF does not bring their font, and this machine has none.`
}
