import { Failure } from '../../../failure.ts'
import { saying } from '../../../saying.ts'
import type { PictureLimits } from '../../protocol/picture.ts'
import { webAssembly } from './web-assembly.ts'

/** The failure of bytes that are no PDF. */
export function notDocument(): Failure {
  return new Failure('picture-format', 'This is not a PDF.', { advice: 'Choose a PDF.' })
}

/** The failure of a document that PDFium does not open, by `FPDF_GetLastError`. */
export function notOpened(error: number): Failure {
  if (error === 4) {
    return new Failure('picture-denied', 'The PDF is protected by a password.', {
      advice: 'Open it with its password elsewhere and save a copy without, or print it into a new PDF.',
      saying: saying('picture.password')
    })
  }
  if (error === 5) {
    return new Failure('picture-denied', 'The PDF is protected in a way that is not known here.', {
      advice: 'Open it in the program that it was made for and print it into a new PDF.',
      saying: saying('picture.protected')
    })
  }
  return damagedDocument('it cannot be opened')
}

/** The failure of a document whose bytes make no sense; `detail` ends the sentence: `page 3 cannot be drawn`. */
export function damagedDocument(detail: string, cause?: unknown): Failure {
  return new Failure('picture-damaged', `The PDF is damaged: ${detail}.`, {
    advice: 'Save or download it again.',
    ...(cause === undefined ? {} : { cause })
  })
}

/** A document with more pages than it may have, or with none. */
export function checkPages(pages: number, limits: PictureLimits): void {
  if (pages < 1) throw damagedDocument('it has no pages')
  if (pages <= limits.frames) return
  throw new Failure('picture-too-many-pixels', `The PDF has ${pages} pages; at most ${limits.frames} are accepted.`, {
    advice: 'Split it into several files.',
    saying: saying('picture.pdf-pages', { pages, most: limits.frames })
  })
}

/** A page that the document does not have. */
export function checkPage(page: number, pages: number): void {
  if (page <= pages) return
  const has = pages === 1 ? 'one page' : `${pages} pages`
  throw new Failure('picture-missing', `There is no page ${page}: the PDF has ${has}.`, {
    advice: 'Choose a page that it has.',
    saying: saying('picture.page', { page, pages })
  })
}

/** The failure of a page that takes longer than it may. */
export function tooSlow(limits: PictureLimits): Failure {
  const message = `Drawing the page took more than ${limits.milliseconds / 1000} seconds.`
  return new Failure('engine-timeout', message, { advice: 'Draw it smaller, or leave the page out.' })
}

/**
 * What a fault inside of PDFium means. It ends with its own memory, which nobody uses any more, so the fault of one
 * file is never that of the next.
 */
export function faultOf(thrown: unknown): unknown {
  if (!(thrown instanceof webAssembly.RuntimeError || thrown instanceof RangeError)) return thrown
  if (!/memory|OOM/i.test(thrown.message)) return damagedDocument('its contents cannot be followed', thrown)
  return new Failure('engine-out-of-memory', 'There was not enough memory for this PDF.', {
    advice: 'Split it into several files, or draw its pages smaller.',
    cause: thrown
  })
}
