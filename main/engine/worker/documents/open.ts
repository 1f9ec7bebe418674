import { isPdf } from '../../protocol/document.ts'
import type { PictureLimits } from '../../protocol/picture.ts'
import { checkBytes } from '../imaging/refusals.ts'
import { type Pdfium, reserve, type StartPdfium } from './pdfium.ts'
import { checkPages, faultOf, notDocument, notOpened } from './refusals.ts'

/** An open document with the PDFium that holds it. It is never closed: both go as one. */
export interface OpenDocument {
  readonly pdfium: Pdfium
  /** Handle of the document. */
  readonly document: number
  readonly pages: number
}

/**
 * Opens a document, lets `work` have it, and forgets it. Throws `Failure` with a code `picture-…` or
 * `engine-out-of-memory`.
 */
export async function withDocument<T>(
  start: StartPdfium,
  bytes: Uint8Array,
  limits: PictureLimits,
  work: (open: OpenDocument) => Promise<T>
): Promise<T> {
  checkBytes(bytes, limits)
  if (!isPdf(bytes)) throw notDocument()
  const pdfium = await start()
  try {
    return await work(open(pdfium, bytes, limits))
  } catch (thrown) {
    throw faultOf(thrown)
  }
}

function open(pdfium: Pdfium, bytes: Uint8Array, limits: PictureLimits): OpenDocument {
  // PDFium reads from this memory for as long as the document is open.
  const data = reserve(pdfium, bytes.length)
  pdfium.pdfium.HEAPU8.set(bytes, data)
  const document = pdfium.FPDF_LoadMemDocument(data, bytes.length, '')
  if (document === 0) throw notOpened(pdfium.FPDF_GetLastError())
  const pages = pdfium.FPDF_GetPageCount(document)
  checkPages(pages, limits)
  return { pdfium, document, pages }
}
