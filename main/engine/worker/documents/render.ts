import type { PageScale } from '../../protocol/document.ts'
import type { PictureLimits } from '../../protocol/picture.ts'
import type { Pixels } from '../imaging/pixels.ts'
import type { Call } from '../service.ts'
import type { OpenDocument } from './open.ts'
import { copyOut, type Pdfium, reserve } from './pdfium.ts'
import { checkPage, damagedDocument, tooSlow } from './refusals.ts'
import { type DrawnSize, drawnSize } from './scale.ts'

/** Values of fpdfview.h and fpdf_progressive.h: three bytes a pixel; comments too; red comes first. */
const bgr = 2
const flags = 0x01 | 0x10
const white = 0xffffffff
const unfinished = 1
const done = 2

/** How long PDFium draws before it is asked whether the page is still wanted, in milliseconds. */
const stepMilliseconds = 50

/**
 * Draws a page on white, as it is seen: turned as it says itself. Throws `picture-missing` for a page that is not
 * there, `picture-damaged` and `engine-timeout`.
 */
export async function renderPage(
  { pdfium, document, pages }: OpenDocument,
  number: number,
  scale: PageScale,
  limits: PictureLimits,
  call: Call
): Promise<Pixels & { readonly dpi: number }> {
  checkPage(number, pages)
  // Before the page is loaded: fields that were filled in are drawn by it.
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, pdfium.PDFiumExt_OpenFormFillInfo())
  const page = pdfium.FPDF_LoadPage(document, number - 1)
  if (page === 0) throw damagedDocument(`page ${number} cannot be found`)
  const points = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) }
  if (!(points.width > 0 && points.height > 0)) throw damagedDocument(`page ${number} has no size`)
  const size = drawnSize(points, scale, limits)
  const data = await draw(pdfium, { page, form }, size, limits, call)
  if (data === undefined) throw damagedDocument(`page ${number} cannot be drawn`)
  return { data, ...size }
}

async function draw(
  pdfium: Pdfium,
  { page, form }: { readonly page: number; readonly form: number },
  { width, height }: DrawnSize,
  limits: PictureLimits,
  call: Call
): Promise<Uint8Array | undefined> {
  const stride = width * 3
  const buffer = reserve(pdfium, stride * height)
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, bgr, buffer, stride)
  if (bitmap === 0) return undefined
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
  const ends = performance.now() + limits.milliseconds
  const pause = pauseAfter(pdfium, stepMilliseconds)
  let state = pdfium.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, width, height, 0, flags, pause.pointer)
  while (state === unfinished) {
    await call.breathe()
    if (performance.now() > ends) throw tooSlow(limits)
    pause.again()
    state = pdfium.FPDF_RenderPage_Continue(page, pause.pointer)
  }
  if (state !== done) return undefined
  if (form !== 0) {
    pdfium.FORM_OnAfterLoadPage(page, form)
    pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, flags)
  }
  return copyOut(pdfium, buffer, stride * height)
}

/** What PDFium asks between two pieces of its work: whether to pause. */
function pauseAfter(pdfium: Pdfium, milliseconds: number): { readonly pointer: number; readonly again: () => void } {
  let ends = 0
  const again = (): void => {
    ends = performance.now() + milliseconds
  }
  const { addFunction, setValue } = pdfium.pdfium
  // Version, question, and a pointer of ours.
  const pointer = reserve(pdfium, 12)
  setValue(pointer, 1, 'i32')
  setValue(
    pointer + 4,
    addFunction(() => (performance.now() > ends ? 1 : 0), 'ii'),
    'i32'
  )
  setValue(pointer + 8, 0, 'i32')
  again()
  return { pointer, again }
}
