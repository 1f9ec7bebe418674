import type { CallOptions, Engine, RenderedPage } from '../engine/client.ts'
import type { PageScale } from '../engine/protocol/document.ts'
import { everyPage, type PageRange, pagesWithin } from './page-range.ts'

export interface PagesOptions extends Pick<CallOptions, 'signal' | 'limits'>, Partial<PageScale> {
  /** Default: every page. */
  readonly range?: PageRange
}

/** A page of a document as a picture: a PNG in `data`. */
export interface DocumentPage extends RenderedPage {
  /** Counts from 1. */
  readonly number: number
  /** Of the whole document. */
  readonly pages: number
}

/**
 * The pages of a PDF as pictures, one after the other; each is drawn when it is asked for. Throws as `openDocument` and
 * `renderPage` of the engine do, and `picture-missing` for pages that the document does not have.
 */
export async function* pagesOf(
  document: Uint8Array,
  engine: Pick<Engine, 'openDocument' | 'renderPage'>,
  { range, ...options }: PagesOptions = {}
): AsyncGenerator<DocumentPage> {
  const { signal, limits } = options
  const facts = await engine.openDocument(document, { ...(signal && { signal }), ...(limits && { limits }) })
  const pages = facts.pages.length
  for (const number of pagesWithin(range ?? everyPage, pages)) {
    yield { ...(await engine.renderPage(document, number, options)), number, pages }
  }
}
