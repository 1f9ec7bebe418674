import type { DocumentFacts, PageSize } from '../../protocol/document.ts'
import type { Call } from '../service.ts'
import type { OpenDocument } from './open.ts'
import { copyOut, reserve } from './pdfium.ts'

/** What a document tells of itself. No page is drawn. */
export async function factsOf(open: OpenDocument, bytes: number, call: Call): Promise<DocumentFacts> {
  return {
    pages: await sizesOf(open, call),
    title: titleOf(open),
    encrypted: open.pdfium.EPDF_IsEncrypted(open.document),
    bytes
  }
}

/** Pages looked at between two looks for a cancel message. */
const pagesAtOnce = 100

async function sizesOf({ pdfium, document, pages }: OpenDocument, call: Call): Promise<PageSize[]> {
  const sizes: PageSize[] = []
  // A structure of two floats.
  const size = reserve(pdfium, 8)
  for (let index = 0; index < pages; index += 1) {
    if (index % pagesAtOnce === 0) await call.breathe()
    const known = pdfium.FPDF_GetPageSizeByIndexF(document, index, size)
    const side = (offset: number): number => (known ? usable(pdfium.pdfium.getValue(size + offset, 'float')) : 0)
    sizes.push({ width: side(0), height: side(4) })
  }
  return sizes
}

function usable(points: number): number {
  return Number.isFinite(points) && points > 0 ? points : 0
}

/** Longer ones are no titles, and are left out. */
const mostTitleBytes = 64 * 1024

function titleOf({ pdfium, document }: OpenDocument): string {
  const bytes = pdfium.FPDF_GetMetaText(document, 'Title', 0, 0)
  if (bytes <= 2 || bytes > mostTitleBytes) return ''
  const buffer = reserve(pdfium, bytes)
  pdfium.FPDF_GetMetaText(document, 'Title', buffer, bytes)
  const text = new TextDecoder('utf-16le').decode(copyOut(pdfium, buffer, bytes))
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 500)
}
